"""Who plans, convenes and attends a sitting (M5)."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.seats.lifecycle import OfficeKind
from governance.seats.models import Office, Seat
from governance.seats.permissions import is_chair_of, sits_on
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from portal.foundation.printed_dates import japanese_date
from residents.models import Body
from residents.roles.holdings import holds

from .lifecycle import MEETING, MeetingStatus
from .models import Meeting


def can_plan_meeting(by: Acting, body: Body, *, is_open: bool = True) -> Decision:
    """Secretariat and members plan sittings; caretakers prepare those that are open, by contract (45, M5)."""
    return holds(by, "committee.secretariat") or _prepares(by, is_open) or sits_on(by, body)


def can_replan_meeting(by: Acting, meeting: Meeting) -> Decision:
    """Until it is announced, the agenda is a draft of all who prepare it."""
    return can_plan_meeting(by, meeting.body, is_open=meeting.is_open) and MEETING.allows(
        "replan", meeting.status
    )


def can_revise_meeting(by: Acting, meeting: Meeting) -> Decision:
    return holds(by, "committee.secretariat") and MEETING.allows("revise", meeting.status)


def can_postpone_meeting(by: Acting, meeting: Meeting) -> Decision:
    return holds(by, "committee.secretariat") and MEETING.allows("postpone", meeting.status)


def can_announce_meeting(by: Acting, meeting: Meeting) -> Decision:
    return holds(by, "committee.secretariat") and MEETING.allows("announce", meeting.status)


def can_cancel_meeting(by: Acting, meeting: Meeting) -> Decision:
    return holds(by, "committee.secretariat") and MEETING.allows("cancel", meeting.status)


def can_entrust_meeting(by: Acting, meeting: Meeting) -> Decision:
    """The chair asks a vice-chair to preside; before there is a chair, the secretariat asks a member."""
    return (
        (_has_no_chair(meeting.body) and holds(by, "committee.secretariat")) or is_chair_of(by, meeting.body)
    ) and MEETING.allows("entrust", meeting.status)


def may_be_entrusted(meeting: Meeting, person: Any) -> Decision:
    """A vice-chair of today; while there is no chair, any member of today."""
    if any(seat.person_id == person.pk for seat in who_may_preside(meeting.body)):
        return True
    return Denied(_("Only a vice-chair can be asked to preside, or a member while there is no chair."))


def who_may_preside(body: Body) -> list[Seat]:
    """The seats of those who can be asked to preside today."""
    seats = list(Seat.objects.of_body(body).on(clock.today()).with_offices(clock.today()).order_by("pk"))
    kinds = {seat.pk: {office.kind for office in seat.offices_held} for seat in seats}
    if any(OfficeKind.CHAIR in held for held in kinds.values()):
        return [seat for seat in seats if OfficeKind.VICE_CHAIR in kinds[seat.pk]]
    return seats


def can_convene_meeting(by: Acting, meeting: Meeting) -> Decision:
    """On its day or later: whoever was told of that day must be able to be there."""
    return presides(by, meeting) and MEETING.allows("convene", meeting.status) and _its_day_has_come(meeting)


def can_attend_meeting(by: Acting, meeting: Meeting) -> Decision:
    return sits_on(by, meeting.body) and is_in_session(meeting) and _is_within_its_time(meeting)


def can_record_attendance(by: Acting, meeting: Meeting) -> Decision:
    """At a place the secretariat sees who is there; in a room each member registers by an act of their own."""
    return (
        holds(by, "committee.secretariat")
        and (not meeting.is_online or Denied(_("In a room each member registers as present in person.")))
        and is_in_session(meeting)
    )


def can_record_head(by: Acting, meeting: Meeting) -> Decision:
    """Observers and materials: the head of the minutes, until these are confirmed."""
    if meeting.status not in (MeetingStatus.IN_SESSION, MeetingStatus.MINUTES_DRAFT):
        return Denied(_("This is recorded from the opening of the meeting until its minutes are confirmed."))
    return holds(by, "committee.secretariat")


def can_adjourn_meeting(by: Acting, meeting: Meeting) -> Decision:
    return (
        presides(by, meeting) and MEETING.allows("adjourn", meeting.status) and _nothing_is_pending(meeting)
    )


def can_read_agenda(by: Acting, meeting: Meeting) -> Decision:
    """That a closed meeting takes place and why it is closed is public; what it is about is not."""
    if meeting.is_open:
        return True
    if by.body is not None and (holds(by, "committee.secretariat") or sits_on(by, meeting.body)):
        return True
    return Denied(_("This meeting is closed to the public; its agenda is for the committee only."))


def presides(by: Acting, meeting: Meeting) -> Decision:
    if is_chair_of(by, meeting.body):
        return True
    if by.person is not None and by.person == meeting.entrusted_to:
        if _is_vice_chair(by, meeting.body) or _has_no_chair(meeting.body):
            return sits_on(by, meeting.body)
    return Denied(
        _("Only the chair, or a vice-chair whom the chair asked to preside, may do this."),
    )


def is_in_session(meeting: Meeting) -> Decision:
    return meeting.status == MeetingStatus.IN_SESSION or Denied(_("This meeting is not in session."))


def _is_vice_chair(by: Acting, body: Body) -> bool:
    return (
        Office.objects.of_body(body).on(clock.today()).vice_chairs().filter(seat__person=by.person).exists()
    )


def _has_no_chair(body: Body) -> bool:
    return not Office.objects.of_body(body).on(clock.today()).chairs().exists()


def _prepares(by: Acting, is_open: bool) -> Decision:
    """What is not public is no matter for a contractor."""
    return is_open and holds(by, "rooms.caretaker")


def _is_within_its_time(meeting: Meeting) -> Decision:
    """2.8: in a room, being present is an explicit act between its opening and its closing time."""
    if not meeting.is_online or meeting.starts_at <= clock.now() < meeting.ends_at:
        return True
    return Denied(_("One can register as present only between the opening and the closing time."))


class NotYet(Denied):
    """A refusal that time will lift; the page tells it to whoever is to open the meeting."""

    waits_for_its_day = True


def _its_day_has_come(meeting: Meeting) -> Decision:
    day = timezone.localdate(meeting.starts_at)
    if clock.today() >= day:
        return True
    return NotYet(
        _("This meeting is announced for %(day)s; it is not opened before.") % {"day": japanese_date(day)},
        _("To meet earlier, the secretariat changes the day and tells everybody."),
    )


def _nothing_is_pending(meeting: Meeting) -> Decision:
    if meeting.resolutions.filter(status="proposed").exists():
        return Denied(_("A motion is still to be decided or withdrawn."))
    return True
