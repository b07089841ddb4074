"""Official information: who may post in which mode (M11), and what is shown when."""

import pytest

from disaster.information import actions
from disaster.information.lifecycle import INFORMATION
from disaster.information.models import Information
from disaster.information.permissions import can_confirm_information, can_post_information
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry
from tests.factories.disaster import STATUSES, bring_to, perform

MAY_POST = {"disaster_officer", "pr_author", "secretary", "planner_author", "it_chief"}
MAY_NOT = {"resident_1", "npo_author", "chair", "caretaker_1", "adviser", "guest"}
STATUSES_WITH_INFORMATION = {"alert", "active", "drill", "recovery"}


def test_the_table_is_this_one():
    rows = {(verb, source, target) for verb, source, target, _by in INFORMATION.rows()}
    assert rows == {("post", "", "posted"), ("retract", "posted", "retracted")}


@pytest.mark.parametrize("status", STATUSES)
def test_who_may_post_in_each_status(acting, status):
    mode = bring_to(status, acting("disaster_officer"))
    allowed = {who for who in MAY_POST | MAY_NOT if can_post_information(acting(who), mode)}
    assert allowed == (MAY_POST if status in STATUSES_WITH_INFORMATION else set())


def test_only_the_disaster_unit_confirms(acting):
    mode = bring_to("active", acting("disaster_officer"))
    assert can_confirm_information(acting("disaster_deputy"), mode)
    assert not can_confirm_information(acting("pr_author"), mode)


def test_a_unit_posts_in_its_own_name_and_retracts_its_own(acting):
    bring_to("active", acting("disaster_officer"))
    line = actions.post(title="給水車が出ます", by=acting("pr_author"))
    assert line.source.name == "広報課"
    with pytest.raises(Denied):
        actions.retract(line, by=acting("secretary"))
    actions.retract(line, by=acting("pr_author"), reason="場所の誤り")
    with pytest.raises(Denied):
        actions.retract(line, by=acting("disaster_officer"))
    assert list(
        AuditEntry.objects.filter(verb__startswith="disaster.information").values_list("verb", flat=True)
    ) == [
        "disaster.information.posted",
        "disaster.information.retracted",
    ]


def test_a_drills_line_is_never_seen_in_the_disaster_that_breaks_into_it(acting):
    by = acting("disaster_officer")
    bring_to("drill", by)
    line = actions.post(title="訓練の一行", by=by)
    assert line.is_drill
    mode = perform("activate", by)
    assert list(Information.objects.shown_in(mode)) == []


def test_a_resident_is_refused_with_a_sentence(client_as, acting):
    bring_to("active", acting("disaster_officer"))
    answer = client_as("resident_1").post("/emergency/information/", {"title": "うわさ"})
    assert answer.status_code == 403
    assert "危機管理防災課" in answer.content.decode()
    assert not Information.objects.exists()


def test_posting_retracting_and_confirming_over_http(client_as, acting):
    bring_to("active", acting("disaster_officer"))
    client = client_as("disaster_officer")
    client.post("/emergency/information/", {"title": "避難所を開きました", "body": "三か所です。"})
    line = Information.objects.get()
    assert "避難所を開きました" in client.get("/emergency/information/").content.decode()
    assert client.post("/emergency/information/confirm/").status_code == 302
    client.post(f"/emergency/information/{line.pk}/retract/")
    line.refresh_from_db()
    assert line.status == "retracted"
