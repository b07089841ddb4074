"""Who plans, convenes and attends a sitting, and who answers for its minutes (M5)."""

from django.utils.translation import gettext_lazy as _

from governance.seats.models import Office
from governance.seats.permissions import is_chair_of, sits_on, stands_in_for_chair
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.models import Body
from residents.roles.holdings import holds

from .lifecycle import MEETING, MeetingStatus
from .models import Meeting


def can_plan_meeting(by: Acting, body: Body) -> Decision:
    """Secretariat and members plan sittings; the caretakers may be asked by contract (M5)."""
    return holds(by, "committee.secretariat") or sits_on(by, body)


def can_announce_meeting(by: Acting, meeting: Meeting) -> Decision:
    return holds(by, "committee.secretariat") and MEETING.allows("announce", meeting.status)


def can_cancel_meeting(by: Acting, meeting: Meeting) -> Decision:
    return holds(by, "committee.secretariat") and MEETING.allows("cancel", meeting.status)


def can_entrust_meeting(by: Acting, meeting: Meeting) -> Decision:
    """The chair asks a vice-chair to preside."""
    return is_chair_of(by, meeting.body) and MEETING.allows("entrust", meeting.status)


def can_convene_meeting(by: Acting, meeting: Meeting) -> Decision:
    return presides(by, meeting) and MEETING.allows("convene", meeting.status)


def can_attend_meeting(by: Acting, meeting: Meeting) -> Decision:
    return sits_on(by, meeting.body) and is_in_session(meeting)


def can_adjourn_meeting(by: Acting, meeting: Meeting) -> Decision:
    return (
        presides(by, meeting) and MEETING.allows("adjourn", meeting.status) and _nothing_is_pending(meeting)
    )


def can_draft_minutes(by: Acting, meeting: Meeting) -> Decision:
    return can_plan_meeting(by, meeting.body) and MEETING.allows("draft_minutes", meeting.status)


def can_confirm_minutes(by: Acting, meeting: Meeting) -> Decision:
    return (
        (is_chair_of(by, meeting.body) or holds(by, "committee.secretariat"))
        and MEETING.allows("confirm_minutes", meeting.status)
        and (bool(meeting.minutes) or Denied(_("There are no minutes to confirm yet.")))
    )


def can_publish_minutes(by: Acting, meeting: Meeting) -> Decision:
    return (is_chair_of(by, meeting.body) or holds(by, "committee.secretariat")) and MEETING.allows(
        "publish_minutes", meeting.status
    )


def can_read_agenda(by: Acting, meeting: Meeting) -> Decision:
    """That a closed meeting takes place and why it is closed is public; what it is about is not."""
    if meeting.is_open:
        return True
    if by.body is not None and (holds(by, "committee.secretariat") or sits_on(by, meeting.body)):
        return True
    return Denied(_("This meeting is closed to the public; its agenda is for the committee only."))


def presides(by: Acting, meeting: Meeting) -> Decision:
    if is_chair_of(by, meeting.body) or stands_in_for_chair(by, meeting.body):
        return True
    if by.person is not None and by.person == meeting.entrusted_to and _is_vice_chair(by, meeting.body):
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


def _nothing_is_pending(meeting: Meeting) -> Decision:
    if meeting.resolutions.filter(status="proposed").exists():
        return Denied(_("A motion is still to be decided or withdrawn."))
    return True
