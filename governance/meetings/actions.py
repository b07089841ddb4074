"""The verbs of a sitting: plan, announce, convene, attend, adjourn, and the minutes."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.committees.models import CommitteeTerm
from governance.seats.models import Seat
from portal.foundation import audit, clock, parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied, require

from . import notifications
from .models import Attendance, Meeting
from .permissions import (
    can_adjourn_meeting,
    can_announce_meeting,
    can_attend_meeting,
    can_cancel_meeting,
    can_confirm_minutes,
    can_convene_meeting,
    can_draft_minutes,
    can_entrust_meeting,
    can_plan_meeting,
    can_publish_minutes,
)


@transaction.atomic
def plan(
    term: CommitteeTerm,
    *,
    by: Acting,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    agenda: str,
    is_open: bool = True,
    closing_ground: str = "",
) -> Meeting:
    """Prepare a sitting of the committee. Closing it to the public needs a stated ground."""
    term = CommitteeTerm.objects.select_for_update().select_related("body").get(pk=term.pk)
    require(can_plan_meeting(by, term.body))
    require(is_open or bool(closing_ground.strip()) or Denied(_("A closed meeting needs a stated ground.")))
    last = term.meetings.aggregate(last=Max("number"))["last"] or 0
    meeting = Meeting(
        body=term.body,
        term=term,
        number=last + 1,
        title=title,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        agenda=agenda,
        is_open=is_open,
        closing_ground=closing_ground,
    )
    meeting.step("plan", by=by)
    audit.record("governance.meeting.planned", by=by, target=meeting)
    return meeting


@transaction.atomic
def announce(meeting: Meeting, *, by: Acting) -> Meeting:
    """Tell the town when and where the committee meets; short notice is recorded."""
    meeting = _locked(meeting)
    require(can_announce_meeting(by, meeting))
    meeting.step(
        "announce", by=by, announced_on=clock.today(), is_short_notice=is_short_notice(meeting.starts_at)
    )
    audit.record("governance.meeting.announced", by=by, target=meeting, public=True)
    notifications.meeting_announced(meeting, by=by)
    return meeting


@transaction.atomic
def entrust(meeting: Meeting, *, by: Acting, to: Any) -> Meeting:
    """The chair asks a vice-chair to convene and preside."""
    meeting = _locked(meeting)
    require(can_entrust_meeting(by, meeting))
    meeting.step("entrust", by=by, entrusted_to=to)
    audit.record("governance.meeting.entrusted", by=by, target=meeting)
    notifications.meeting_entrusted(meeting)
    return meeting


@transaction.atomic
def convene(meeting: Meeting, *, by: Acting) -> Meeting:
    """Open the sitting; the number of members in office on that day is kept for the quorum."""
    meeting = _locked(meeting)
    require(can_convene_meeting(by, meeting))
    meeting.step("convene", by=by, seats=Seat.objects.of_body(meeting.body).on(clock.today()).count())
    audit.record("governance.meeting.convened", by=by, target=meeting, public=True)
    return meeting


@transaction.atomic
def attend(meeting: Meeting, *, by: Acting) -> Attendance:
    """A member registers as present; doing it twice changes nothing."""
    meeting = _locked(meeting)
    require(can_attend_meeting(by, meeting))
    attendance, is_new = Attendance.objects.get_or_create(
        meeting=meeting, member=by.person, defaults={"at": clock.now()}
    )
    if is_new:
        audit.record("governance.meeting.attended", by=by, target=meeting)
    return attendance


@transaction.atomic
def adjourn(meeting: Meeting, *, by: Acting) -> Meeting:
    """Close the sitting; nothing may be left undecided."""
    meeting = _locked(meeting)
    require(can_adjourn_meeting(by, meeting))
    meeting.step("adjourn", by=by)
    audit.record("governance.meeting.adjourned", by=by, target=meeting)
    return meeting


@transaction.atomic
def draft_minutes(meeting: Meeting, *, by: Acting, minutes: str) -> Meeting:
    """Write down what happened, for the members to check."""
    meeting = _locked(meeting)
    require(can_draft_minutes(by, meeting))
    meeting.step("draft_minutes", by=by, minutes=minutes)
    audit.record("governance.meeting.minutes_drafted", by=by, target=meeting)
    return meeting


@transaction.atomic
def confirm_minutes(meeting: Meeting, *, by: Acting) -> Meeting:
    """The chair confirms that the minutes are right."""
    meeting = _locked(meeting)
    require(can_confirm_minutes(by, meeting))
    meeting.step("confirm_minutes", by=by)
    audit.record("governance.meeting.minutes_confirmed", by=by, target=meeting)
    return meeting


@transaction.atomic
def publish_minutes(meeting: Meeting, *, by: Acting) -> Meeting:
    """Let everybody read the confirmed minutes."""
    meeting = _locked(meeting)
    require(can_publish_minutes(by, meeting))
    meeting.step("publish_minutes", by=by)
    audit.record("governance.meeting.minutes_published", by=by, target=meeting, public=True)
    notifications.minutes_published(meeting, by=by)
    return meeting


@transaction.atomic
def cancel(meeting: Meeting, *, by: Acting, reason: str) -> Meeting:
    """Call a sitting off and say why."""
    meeting = _locked(meeting)
    require(can_cancel_meeting(by, meeting))
    meeting.step("cancel", by=by, reason=reason)
    audit.record("governance.meeting.cancelled", by=by, target=meeting, reason=reason, public=True)
    notifications.meeting_cancelled(meeting, reason=reason, by=by)
    return meeting


def is_short_notice(starts_at: datetime) -> bool:
    """Whether fewer days are left than the town's custom asks for; without such a number there is no warning."""
    try:
        days = parameters.value("meeting.notice_days")
    except parameters.NotSet:
        return False
    return timezone.localtime(starts_at).date() - clock.today() < timedelta(days=days)


def _locked(meeting: Meeting) -> Meeting:
    return Meeting.objects.select_for_update(of=("self",)).select_related("body", "term").get(pk=meeting.pk)
