"""Announcing, closing to the public, minutes."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from governance.meetings import actions
from governance.meetings.models import Meeting
from governance.resolutions.lifecycle import Competence
from governance.sittings import Motion, Sitting, sit
from portal.foundation import clock, parameters
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from tests.factories import governance as a


@pytest.fixture
def term(town, frozen):
    frozen("2026-06-01 09:00")
    return a.a_committee_in_office()


def plan(term, days: int, **more) -> Meeting:
    begins = timezone.make_aware(datetime(2026, 6, 1, 19, 0)) + timedelta(days=days)
    fields = {"title": "運営委員会", "place": "会議室", "agenda": "議題", **more}
    ends = begins + timedelta(hours=2)
    return actions.plan(term, by=a.acting_secretariat(), starts_at=begins, ends_at=ends, **fields)


@pytest.mark.parametrize(("days", "is_short"), [(0, True), (6, True), (7, False), (10, False)])
def test_a_notice_of_less_than_seven_days_is_recorded_as_short(term, days, is_short):
    meeting = actions.announce(plan(term, days), by=a.acting_secretariat())
    assert meeting.is_short_notice == is_short
    assert meeting.announced_on == clock.today()


def test_without_a_number_for_the_notice_there_is_no_warning(town, frozen):
    frozen("2026-06-01 09:00")
    with pytest.raises(parameters.NotSet):
        parameters.value("meeting.notice_days")
    assert not actions.is_short_notice(clock.now())


def test_a_closed_meeting_needs_a_stated_ground(term):
    with pytest.raises(Denied):
        plan(term, 10, is_open=False, closing_ground="  ")
    meeting = plan(term, 10, is_open=False, closing_ground="個人に関する情報を扱うため")
    with pytest.raises(IntegrityError):
        Meeting.objects.filter(pk=meeting.pk).update(closing_ground="")


def test_members_are_told_of_a_meeting_but_not_its_announcer(term, people):
    actions.announce(plan(term, 10), by=a.acting_secretariat())
    told = OutboxMessage.objects.filter(kind="governance.meeting_announced")
    assert str(people["chair"].pk) in {row.recipient_id for row in told}
    assert str(people["secretary"].pk) not in {row.recipient_id for row in told}


def test_being_present_twice_is_being_present_once(term, acting):
    meeting = actions.announce(plan(term, 0), by=a.acting_secretariat())
    meeting = actions.convene(meeting, by=acting("chair"))
    actions.attend(meeting, by=acting("member_1"))
    actions.attend(meeting, by=acting("member_1"))
    assert meeting.attendances.count() == 1
    assert meeting.seats == 3


def test_a_meeting_is_held_from_announcement_to_published_minutes(term):
    motion = Motion("運営方針", "方針を決める。", Competence.PLANNING)
    sit(
        term.body,
        Sitting(title="運営委員会", on=clock.today(), motions=[motion], minutes="全員の賛成で決議した。"),
    )
    meeting = Meeting.objects.get()
    assert meeting.status == "published"
    assert [step.verb for step in meeting.steps.all()] == [
        "plan",
        "announce",
        "convene",
        "adjourn",
        "draft_minutes",
        "check_minutes",
        "confirm_minutes",
        "publish_minutes",
    ]
    assert AuditEntry.objects.get(verb="governance.meeting.minutes_published").is_public


def test_a_cancelled_meeting_says_why(term):
    meeting = actions.announce(plan(term, 10), by=a.acting_secretariat())
    actions.cancel(meeting, by=a.acting_secretariat(), reason="台風の接近のため")
    assert (
        OutboxMessage.objects.filter(kind="governance.meeting_cancelled").first().context["reason"]
        == "台風の接近のため"
    )
    assert meeting.steps.get(verb="cancel").reason == "台風の接近のため"
