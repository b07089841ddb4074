"""What an objection changes, and who hears."""

from datetime import date

import pytest

from communities.posts import permissions as posts
from governance.appeals import actions, tasks
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from tests.factories.violations import Cases


@pytest.fixture
def cases(town, frozen, acting) -> Cases:
    frozen("2026-06-01 09:00")
    return Cases(acting, committee=True)


def told(person) -> list[str]:
    rows = OutboxMessage.objects.filter(recipient_id=str(person.pk), kind__startswith="governance.appeal")
    return [row.kind.removeprefix("governance.") for row in rows.order_by("pk")]


def test_annulled_the_deleted_post_returns_and_everybody_hears(cases, acting, people):
    sanction = cases.measured("delete")
    appeal = actions.examine(cases.objected(sanction), by=acting("secretary"))
    appeal = actions.annul(appeal, by=acting("secretary"), reason="本人の同意が確かめられました。")
    sanction.refresh_from_db()
    sanction.case.post.refresh_from_db()
    assert (appeal.status, sanction.status, sanction.case.post.status) == ("annulled", "lifted", "shown")
    assert told(people["resident_2"]) == ["appeal_examined", "appeal_decided"]
    assert told(people["caretaker_1"]) == ["appeal_decided"]


def test_annulled_a_suspended_person_writes_again_at_once(cases, acting):
    sanction = cases.suspended()
    assert not posts.can_start_thread(acting("resident_2"), cases.room.forum_ptr)
    appeal = actions.examine(cases.objected(sanction), by=acting("adviser"))
    actions.annul(appeal, by=acting("adviser"), reason="処分が重すぎます。")
    assert posts.can_start_thread(acting("resident_2"), cases.room.forum_ptr)


def test_upheld_everything_stays_and_the_reason_is_told(cases, acting):
    sanction = cases.suspended()
    appeal = actions.examine(cases.objected(sanction), by=acting("secretary"))
    actions.uphold(appeal, by=acting("secretary"), reason="決定は相当です。")
    sanction.refresh_from_db()
    assert sanction.status == "in_effect"
    assert OutboxMessage.objects.filter(kind="governance.appeal_decided").first().context["decision"] == (
        "決定は相当です。"
    )


def test_varied_the_milder_decision_takes_the_place_of_the_other(cases, acting, frozen):
    sanction = cases.suspended(days=10)
    frozen("2026-06-03 09:00")
    appeal = actions.examine(cases.objected(sanction), by=acting("secretary"))
    actions.vary(appeal, by=acting("secretary"), kind="suspension", days=4, reason="初めてのことです。")
    sanction.refresh_from_db()
    milder = sanction.replaced_by
    assert (sanction.status, milder.kind, milder.ends_on) == ("replaced", "suspension", date(2026, 6, 4))
    assert not posts.can_start_thread(acting("resident_2"), cases.room.forum_ptr)
    frozen("2026-06-05 00:01")
    assert posts.can_start_thread(acting("resident_2"), cases.room.forum_ptr)


def test_varied_a_deleted_post_can_return_with_a_warning(cases, acting):
    sanction = cases.measured("delete")
    appeal = actions.examine(cases.objected(sanction), by=acting("secretary"))
    actions.vary(
        appeal, by=acting("secretary"), kind="warning", reason="警告で足ります。", restores_post=True
    )
    sanction.case.post.refresh_from_db()
    assert sanction.case.post.status == "shown"


def test_the_examiners_are_reminded_and_those_involved_are_not(cases, people, frozen):
    appeal = cases.objected(cases.suspended())
    assert appeal.due_on == date(2026, 6, 29)
    frozen("2026-06-25 00:05")
    tasks.remind_of_what_is_due()
    tasks.remind_of_what_is_due()
    rows = OutboxMessage.objects.filter(kind="governance.violation_due")
    reminded = set(rows.values_list("recipient_id", flat=True))
    assert str(people["secretary"].pk) in reminded and str(people["chair"].pk) not in reminded
    assert rows.filter(recipient_id=str(people["secretary"].pk)).count() == 1


def test_the_grounds_rest_sealed_and_each_look_is_recorded(cases, acting):
    appeal = cases.objected(cases.measured("delete"))
    assert str(appeal.grounds) == "●●●" or appeal.grounds
    with pytest.raises(Denied):
        actions.read_grounds(appeal, by=acting("resident_3"))
    assert actions.read_grounds(appeal, by=acting("adviser")) == "本人の同意がありました。"
    look = AuditEntry.objects.filter(verb="residents.personal_data.viewed").latest("pk")
    assert look.details == {"field": "grounds"}
