"""The switch over HTTP: three actions, two steps, and what others are told."""

import pytest
from django.core import signing

from disaster.mode.forms import SALT
from disaster.mode.models import Mode
from tests.factories.disaster import REPORT, SITUATION, bring_to

FORM = {**SITUATION, "level": "4"}


def confirmation(response):
    return response.context["form"].confirmation()


def test_three_actions_switch_the_mode(client_as):
    client = client_as("disaster_officer")
    page = client.get("/emergency/switch/")
    assert page.status_code == 200
    confirm = client.post("/emergency/switch/activate/", FORM)
    assert Mode.objects.current().status == "normal"
    assert "市内全域" in confirm.content.decode()
    assert "警戒レベル4" in confirm.content.decode() or "レベル" in confirm.content.decode()
    done = client.post("/emergency/switch/activate/", {**FORM, "confirmation": confirmation(confirm)})
    assert done.status_code == 302
    mode = Mode.objects.current()
    assert (mode.status, mode.level) == ("active", 4)


def test_the_confirmation_holds_only_for_what_was_shown(client_as):
    client = client_as("disaster_officer")
    seal = confirmation(client.post("/emergency/switch/activate/", FORM))
    client.post("/emergency/switch/activate/", {**FORM, "area": "川辺地区", "confirmation": seal})
    assert Mode.objects.current().status == "normal"


def test_a_forged_confirmation_does_not_switch(client_as):
    client = client_as("disaster_officer")
    forged = signing.dumps({**SITUATION, "level": 4}, salt=SALT + "x")
    client.post("/emergency/switch/activate/", {**FORM, "confirmation": forged})
    assert Mode.objects.current().status == "normal"


def test_what_was_typed_survives_an_error(client_as):
    page = client_as("disaster_officer").post("/emergency/switch/activate/", {**FORM, "kind": ""})
    assert page.status_code == 200
    assert "震度6弱を観測したため。" in page.content.decode()
    assert Mode.objects.current().status == "normal"


@pytest.mark.parametrize("who", ["it_chief", "resident_1", "npo_author", "mayor", "system_admin"])
def test_others_are_told_who_may_switch(client_as, who):
    client = client_as(who)
    for answer in (client.get("/emergency/switch/"), client.post("/emergency/switch/activate/", FORM)):
        assert answer.status_code == 403
        assert "危機管理防災課" in answer.content.decode()


def test_a_guest_is_asked_to_log_in(client, town):
    assert client.get("/emergency/switch/").status_code == 302


@pytest.mark.parametrize(
    ("status", "verb", "target"),
    [
        ("normal", "prepare", "alert"),
        ("alert", "call-off", "normal"),
        ("active", "change", "active"),
        ("active", "stand-down", "recovery"),
        ("recovery", "deactivate", "after_action"),
        ("after_action", "adopt-report", "normal"),
        ("normal", "start-drill", "drill"),
        ("drill", "end-drill", "normal"),
    ],
)
def test_each_other_verb_has_its_page(client_as, acting, status, verb, target):
    bring_to(status, acting("disaster_officer"))
    client = client_as("disaster_officer")
    assert client.get(f"/emergency/switch/{verb}/").status_code == 200
    assert client.post(f"/emergency/switch/{verb}/", {**SITUATION, **REPORT}).status_code == 302
    assert Mode.objects.current().status == target


def test_a_verb_that_is_not_possible_now_says_so(client_as, acting):
    bring_to("active", acting("disaster_officer"))
    answer = client_as("disaster_officer").get("/emergency/switch/start-drill/")
    assert answer.status_code == 403
    html = answer.content.decode()
    assert "「訓練を始める」は、状態が「災害モード」のあいだはできません。" in html
    assert "地域や避難情報を変える" in html  # what can be done instead


def test_the_switch_names_what_is_not_possible_and_what_is(client_as, acting):
    bring_to("active", acting("disaster_officer"))
    html = client_as("disaster_officer").get("/emergency/switch/").content.decode()
    assert "「災害モードに切り替える」は、状態が「災害モード」のあいだはできません。" in html
    assert "いまできること：" in html


def test_everybody_may_read_the_record_with_units_and_without_names(client, acting, people):
    bring_to("after_action", acting("disaster_officer"))
    page = client.get("/emergency/history/").content.decode()
    assert "危機管理防災課" in page
    assert "震度6弱を観測したため。" in page
    assert people["disaster_officer"].display_name not in page


def test_the_record_asks_the_same_number_of_questions_for_many_steps(
    client, acting, django_assert_max_num_queries
):
    by = acting("disaster_officer")
    bring_to("after_action", by)
    with django_assert_max_num_queries(12):
        client.get("/emergency/history/")
    from tests.factories.disaster import perform

    for _ in range(4):
        perform("adopt_report", by)
        bring_to("after_action", by)
    with django_assert_max_num_queries(12):
        client.get("/emergency/history/")
