"""A post that its facilitator hid for a check: who is asked, how it becomes a case, and that it never rests there."""

import pytest
from django.utils import translation

from communities.posts import actions as posts
from communities.posts import tasks as post_tasks
from governance.violations import actions
from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage
from tests.factories.violations import Cases


@pytest.fixture
def cases(town, frozen, acting) -> Cases:
    translation.activate("ja")
    frozen("2026-06-01 09:00")
    return Cases(acting)


@pytest.fixture
def hidden(cases, acting):
    return posts.hide(cases.post(), by=acting("resident_1"), reason="電話番号があるため")


def test_a_caretaker_makes_a_case_of_it_and_the_case_holds_the_post(cases, hidden, client_as, people, frozen):
    address = f"/violations/report/{hidden.pk}/"
    assert client_as("resident_3").get(address).status_code == 404
    answer = client_as("caretaker_1").post(address, {"provision": cases.ban().key})
    case = hidden.violation_cases.get()
    assert answer["Location"] == case.get_absolute_url()
    assert (case.status, case.evidence.place) == ("urgent_hidden", cases.room.title)
    rows = OutboxMessage.objects.filter(recipient_id=str(people["resident_2"].pk))
    assert "governance.violation_hidden_urgently" in rows.values_list("kind", flat=True)
    frozen("2026-07-01 09:00")
    assert post_tasks.end_checks() == 0
    hidden.refresh_from_db()
    assert hidden.status == "hidden" and "第4条第3号" in hidden.status_reason


def test_unfounded_the_post_returns(cases, hidden, acting):
    case = actions.take_over(hidden, by=acting("caretaker_1"), ban=cases.ban())
    actions.dismiss(case, by=acting("caretaker_1"), reason="本人の番号でした。")
    hidden.refresh_from_db()
    assert hidden.status == "shown"


def test_an_open_case_takes_the_check_over_by_hiding_at_once(cases, acting):
    case = cases.in_status("investigating")
    posts.hide(case.post, by=acting("resident_1"), reason="確認")
    actions.hide_urgently(case, by=acting("caretaker_1"), reason="電話番号")
    case.post.refresh_from_db()
    assert (case.post.status, case.post.hidden_until) == ("hidden", None)


def test_a_shown_post_is_found_and_not_taken_over(cases, acting):
    with pytest.raises(Denied):
        actions.take_over(cases.post(), by=acting("caretaker_1"), ban=cases.ban())


def test_the_desk_lists_what_no_case_holds(cases, hidden, client_as):
    assert client_as("resident_1").get("/violations/desk/checks/").status_code == 403
    shown = client_as("caretaker_1").get("/violations/desk/checks/").content.decode()
    assert "電話番号があるため" in shown and f"/violations/report/{hidden.pk}/" in shown
    desk = client_as("secretary").get("/desk/").content.decode()
    assert "/violations/desk/checks/" in desk and "/violations/desk/" in desk
