"""The verbs of a sitting: plan, announce, change, convene, attend, adjourn."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communities.models import Room
from governance.committees.models import CommitteeTerm
from governance.seats.models import Seat
from portal.foundation import audit, clock, parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied, require

from . import notifications
from .lifecycle import MeetingMode
from .models import Attendance, Meeting
from .permissions import (
    can_adjourn_meeting,
    can_announce_meeting,
    can_attend_meeting,
    can_cancel_meeting,
    can_convene_meeting,
    can_entrust_meeting,
    can_plan_meeting,
    can_postpone_meeting,
    can_replan_meeting,
    can_revise_meeting,
    may_be_entrusted,
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
    mode: str = MeetingMode.OFFLINE,
    room: Room | None = None,
) -> Meeting:
    """Prepare a sitting of the committee. Closing it to the public needs a stated ground."""
    term = CommitteeTerm.objects.select_for_update().select_related("body").get(pk=term.pk)
    require(can_plan_meeting(by, term.body, is_open=is_open))
    require(_says_why_it_is_closed(is_open, closing_ground) and _is_within(term, starts_at))
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
        mode=mode,
        room=room,
    )
    meeting.step("plan", by=by)
    audit.record("governance.meeting.planned", by=by, target=meeting)
    return meeting


@transaction.atomic
def replan(meeting: Meeting, *, by: Acting, **fields: Any) -> Meeting:
    """Work on the agenda, day and place of a sitting that nobody has been told of yet."""
    meeting = _locked(meeting)
    require(can_replan_meeting(by, meeting))
    _require_sound(meeting, fields)
    require(can_plan_meeting(by, meeting.body, is_open=fields.get("is_open", meeting.is_open)))
    meeting.step("replan", by=by, **fields)
    audit.record("governance.meeting.replanned", by=by, target=meeting)
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
def revise(meeting: Meeting, *, by: Acting, reason: str, **fields: Any) -> Meeting:
    """Change day, place or agenda of an announced sitting, or set the new day of a postponed one.

    Everybody is told anew, and whether that is at short notice is judged anew; calendars that took the
    meeting from the feed move the same event.
    """
    meeting = _locked(meeting)
    require(can_revise_meeting(by, meeting))
    _require_sound(meeting, fields)
    starts_at = fields.get("starts_at", meeting.starts_at)
    meeting.step(
        "revise",
        by=by,
        reason=reason,
        announced_on=clock.today(),
        is_short_notice=is_short_notice(starts_at),
        sequence=meeting.sequence + 1,
        **fields,
    )
    audit.record("governance.meeting.revised", by=by, target=meeting, reason=reason, public=True)
    notifications.meeting_revised(meeting, reason=reason, by=by)
    return meeting


@transaction.atomic
def postpone(meeting: Meeting, *, by: Acting, reason: str) -> Meeting:
    """Put a sitting off while its new day is not known yet; `revise` sets it."""
    meeting = _locked(meeting)
    require(can_postpone_meeting(by, meeting))
    meeting.step("postpone", by=by, reason=reason, sequence=meeting.sequence + 1)
    audit.record("governance.meeting.postponed", by=by, target=meeting, reason=reason, public=True)
    notifications.meeting_postponed(meeting, reason=reason, by=by)
    return meeting


@transaction.atomic
def entrust(meeting: Meeting, *, by: Acting, to: Any) -> Meeting:
    """The chair asks a vice-chair to convene and preside; before there is a chair, the secretariat a member."""
    meeting = _locked(meeting)
    require(can_entrust_meeting(by, meeting) and may_be_entrusted(meeting, to))
    meeting.step("entrust", by=by, entrusted_to=to)
    audit.record("governance.meeting.entrusted", by=by, target=meeting)
    notifications.meeting_entrusted(meeting)
    return meeting


@transaction.atomic
def convene(meeting: Meeting, *, by: Acting) -> Meeting:
    """Open the sitting; who presides and how many members are in office that day is kept."""
    meeting = _locked(meeting)
    require(can_convene_meeting(by, meeting))
    seats = Seat.objects.of_body(meeting.body).on(clock.today()).count()
    meeting.step("convene", by=by, seats=seats, presided_by=by.person)
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
def cancel(meeting: Meeting, *, by: Acting, reason: str) -> Meeting:
    """Call a sitting off and say why."""
    meeting = _locked(meeting)
    require(can_cancel_meeting(by, meeting))
    meeting.step("cancel", by=by, reason=reason, sequence=meeting.sequence + 1)
    audit.record("governance.meeting.cancelled", by=by, target=meeting, reason=reason, public=True)
    notifications.meeting_cancelled(meeting, reason=reason, by=by)
    return meeting


def _require_sound(meeting: Meeting, fields: dict[str, Any]) -> None:
    """A changed sitting stands under the same conditions as a planned one."""
    is_open = fields.get("is_open", meeting.is_open)
    require(_says_why_it_is_closed(is_open, fields.get("closing_ground", meeting.closing_ground)))
    require(_is_within(meeting.term, fields.get("starts_at", meeting.starts_at)))


def _says_why_it_is_closed(is_open: bool, ground: str) -> Decision:
    return is_open or bool(ground.strip()) or Denied(_("A closed meeting needs a stated ground."))


def _is_within(term: CommitteeTerm, starts_at: datetime) -> Decision:
    """A sitting belongs to the term whose members it calls together."""
    if term.starts_on <= timezone.localtime(starts_at).date() <= term.ends_on:
        return True
    return Denied(
        _("The day of the meeting is not within the term (%(first)s to %(last)s).")
        % {"first": term.starts_on, "last": term.ends_on}
    )


def is_short_notice(starts_at: datetime) -> bool:
    """Whether fewer days are left than the town's custom asks for; without such a number there is no warning."""
    try:
        days = parameters.value("meeting.notice_days")
    except parameters.NotSet:
        return False
    return timezone.localtime(starts_at).date() - clock.today() < timedelta(days=days)


def _locked(meeting: Meeting) -> Meeting:
    return Meeting.objects.select_for_update(of=("self",)).select_related("body", "term").get(pk=meeting.pk)
