"""Minutes in versions that never change: checked by members, confirmed by the chair, corrected in public."""

import pytest
from django.db import DatabaseError, transaction

from governance.meetings.models import Meeting
from governance.minutes import actions
from governance.minutes.models import MinutesAct, MinutesVersion
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from tests.factories import governance as a

FULL = "出席委員は6人。\n会費は500円とすることを確認した。"


def confirmed(meeting, acting, **words) -> Meeting:
    actions.draft_minutes(meeting, by=acting("secretary"), **{"text": FULL, **words})
    actions.check_minutes(meeting, by=acting("member_1"))
    return actions.confirm_minutes(meeting, by=acting("chair"))


def test_a_version_of_minutes_is_never_changed_neither_by_python_nor_by_sql(adjourned, acting):
    version = actions.draft_minutes(adjourned(), by=acting("secretary"), text=FULL)
    version.text = "別の文"
    with pytest.raises(TypeError):
        version.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        MinutesVersion.objects.update(text="別の文")
    act = actions.check_minutes(version.meeting, by=acting("member_1"))
    with pytest.raises(DatabaseError), transaction.atomic():
        MinutesAct.objects.filter(pk=act.pk).update(kind="published")
    assert MinutesVersion.objects.get().text == FULL


def test_every_draft_is_a_version_and_the_members_are_asked_to_check_it(adjourned, acting, people):
    meeting = adjourned()
    actions.draft_minutes(meeting, by=acting("secretary"), text="一案")
    actions.draft_minutes(meeting, by=acting("member_1"), text="二案", reason="人数を直した")
    assert list(meeting.minutes_versions.values_list("number", "text")) == [(1, "一案"), (2, "二案")]
    told = OutboxMessage.objects.filter(kind="governance.minutes_drafted", context__number=2)
    assert str(people["chair"].pk) in {row.recipient_id for row in told}
    assert str(people["member_1"].pk) not in {row.recipient_id for row in told}


def test_minutes_nobody_has_checked_are_not_confirmed(adjourned, acting):
    meeting = adjourned()
    with pytest.raises(Denied):
        actions.confirm_minutes(meeting, by=acting("chair"))
    actions.draft_minutes(meeting, by=acting("member_1"), text=FULL)
    with pytest.raises(Denied):
        actions.confirm_minutes(meeting, by=acting("chair"))
    with pytest.raises(Denied):
        actions.check_minutes(meeting, by=acting("member_1"))  # whoever wrote it
    actions.check_minutes(meeting, by=acting("vice_chair_1"))
    actions.draft_minutes(meeting, by=acting("secretary"), text="新しい文")
    with pytest.raises(Denied):
        actions.confirm_minutes(meeting, by=acting("chair"))  # that check was of other words


def test_a_member_asks_for_a_correction_and_the_secretariat_hears_of_it(adjourned, acting, people):
    meeting = adjourned()
    actions.draft_minutes(meeting, by=acting("secretary"), text=FULL)
    asked = actions.ask_correction(meeting, by=acting("member_1"), note="出席は7人でした。")
    assert (asked.version.number, asked.note) == (1, "出席は7人でした。")
    told = OutboxMessage.objects.filter(kind="governance.correction_asked")
    assert str(people["secretary"].pk) in {row.recipient_id for row in told}
    assert Meeting.objects.get().status == "minutes_draft"


def test_published_minutes_are_corrected_by_a_version_that_is_checked_again(adjourned, acting):
    meeting = actions.publish_minutes(confirmed(adjourned(), acting), by=acting("secretary"))
    actions.correct_minutes(
        meeting, by=acting("secretary"), text=FULL.replace("6人", "7人"), reason="出席者の数の誤り"
    )
    meeting.refresh_from_db()
    assert meeting.status == "minutes_draft"
    assert [version.number for version in meeting.minutes_versions.published()] == [1]
    actions.check_minutes(meeting, by=acting("member_1"))
    actions.confirm_minutes(meeting, by=acting("chair"))
    actions.publish_minutes(meeting, by=acting("secretary"))
    assert [version.number for version in meeting.minutes_versions.published()] == [1, 2]
    assert AuditEntry.objects.filter(verb="governance.meeting.minutes_published").count() == 2
    assert OutboxMessage.objects.filter(kind="governance.minutes_published", context__number=2).exists()


def test_the_full_text_of_a_closed_meeting_is_never_for_the_public(adjourned, acting):
    meeting = adjourned(is_open=False)
    with pytest.raises(Denied):
        actions.draft_minutes(meeting, by=acting("secretary"), text=FULL, public_text=f" {FULL} ")
    version = actions.draft_minutes(meeting, by=acting("secretary"), text=FULL)
    assert version.public_text == ""
    actions.check_minutes(meeting, by=acting("member_1"))
    actions.confirm_minutes(meeting, by=acting("chair"))
    with pytest.raises(Denied):
        actions.publish_minutes(meeting, by=acting("secretary"))
    with pytest.raises(Denied):
        actions.correct_minutes(meeting, by=acting("secretary"), text="x", public_text="x", reason="公開用")
    actions.correct_minutes(
        meeting, by=acting("secretary"), text=FULL, public_text="会費を決めた。", reason="公開用"
    )
    actions.check_minutes(meeting, by=acting("member_1"))
    actions.confirm_minutes(meeting, by=acting("chair"))
    actions.publish_minutes(meeting, by=acting("secretary"))
    assert [v.public_text for v in meeting.minutes_versions.published()] == ["会費を決めた。"]


def test_a_refused_check_leaves_nothing_behind(adjourned, acting):
    meeting = adjourned()
    actions.draft_minutes(meeting, by=acting("secretary"), text=FULL)
    for who in ("secretary", "resident_1", "caretaker_1"):
        with pytest.raises(Denied):
            actions.check_minutes(meeting, by=acting(who))
    assert not MinutesAct.objects.exists()
    assert not meeting.steps.filter(verb="check_minutes").exists()


def test_a_committee_in_office_sits_with_checked_minutes(town, frozen):
    frozen("2026-06-01 10:00")
    a.a_committee_in_office()
    a.an_adopted_resolution()
    version = MinutesVersion.objects.get()
    assert list(version.acts.values_list("kind", flat=True)) == ["checked", "confirmed", "published"]
