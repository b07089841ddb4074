"""Who drafts, checks, confirms and publishes minutes, and who reads their full text (M5)."""

from django.utils.translation import gettext_lazy as _

from governance.meetings.lifecycle import MEETING
from governance.meetings.models import Meeting
from governance.meetings.permissions import can_plan_meeting
from governance.seats.permissions import is_chair_of, sits_on
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds

from .models import MinutesActKind, MinutesVersion


def can_draft_minutes(by: Acting, meeting: Meeting) -> Decision:
    """Secretariat, members, and for an open meeting the caretakers (45)."""
    return can_plan_meeting(by, meeting.body, is_open=meeting.is_open) and MEETING.allows(
        "draft_minutes", meeting.status
    )


def can_check_minutes(by: Acting, meeting: Meeting) -> Decision:
    """A member says that the latest wording is right; whoever wrote it cannot check it."""
    return _may_speak_to(by, meeting, "check_minutes") and _has_not_checked(by, meeting)


def can_ask_correction(by: Acting, meeting: Meeting) -> Decision:
    return _may_speak_to(by, meeting, "ask_correction")


def can_confirm_minutes(by: Acting, meeting: Meeting) -> Decision:
    """The chair, or who presided in the chair's place; at least one member has checked the words."""
    return (
        _chairs(by, meeting) and MEETING.allows("confirm_minutes", meeting.status) and _are_checked(meeting)
    )


def can_publish_minutes(by: Acting, meeting: Meeting) -> Decision:
    return (
        (is_chair_of(by, meeting.body) or holds(by, "committee.secretariat"))
        and MEETING.allows("publish_minutes", meeting.status)
        and _has_words_for_the_public(meeting)
    )


def can_correct_minutes(by: Acting, meeting: Meeting) -> Decision:
    """Confirmed minutes are corrected by the secretariat or the chair; the new wording is checked again."""
    return (is_chair_of(by, meeting.body) or holds(by, "committee.secretariat")) and MEETING.allows(
        "correct_minutes", meeting.status
    )


def can_read_full_minutes(by: Acting, meeting: Meeting) -> Decision:
    """The full text is for the committee and those who prepare it; of a closed meeting never for others."""
    if not by.is_guest and can_plan_meeting(by, meeting.body, is_open=meeting.is_open):
        return True
    return Denied(_("The full text of the minutes is for the committee only."))


def hides_enough(meeting: Meeting, text: str, public_text: str) -> Decision:
    """What was said behind closed doors is never published word for word."""
    if meeting.is_open or public_text.strip() != text.strip():
        return True
    return Denied(
        _("The text for the public must not be the full text of a closed meeting."),
        _("Say for the public what was decided, and leave out what the meeting was closed for."),
    )


def _may_speak_to(by: Acting, meeting: Meeting, verb: str) -> Decision:
    return (
        sits_on(by, meeting.body)
        and MEETING.allows(verb, meeting.status)
        and (_latest(meeting) is not None or Denied(_("There are no minutes to check yet.")))
    )


def _has_not_checked(by: Acting, meeting: Meeting) -> Decision:
    latest = _latest(meeting)
    if latest is not None and latest.written_by == by.person:
        return Denied(_("Whoever wrote these words cannot check them."))
    if latest is not None and latest.acts.filter(kind=MinutesActKind.CHECKED, person=by.person).exists():
        return Denied(_("You have already checked these minutes."))
    return True


def _chairs(by: Acting, meeting: Meeting) -> Decision:
    if by.person is not None and by.person == meeting.presided_by and sits_on(by, meeting.body):
        return True
    return is_chair_of(by, meeting.body)


def _are_checked(meeting: Meeting) -> Decision:
    latest = _latest(meeting)
    if latest is None:
        return Denied(_("There are no minutes to confirm yet."))
    if latest.acts.filter(kind=MinutesActKind.CHECKED).exists():
        return True
    return Denied(_("No member has checked these minutes yet."))


def _has_words_for_the_public(meeting: Meeting) -> Decision:
    latest = _latest(meeting)
    if latest is not None and latest.public_text:
        return True
    return Denied(
        _("There is no text for the public yet."),
        _("Write a new version with a text from which what the meeting was closed for is left out."),
    )


def _latest(meeting: Meeting) -> MinutesVersion | None:
    return MinutesVersion.objects.latest_of(meeting)
