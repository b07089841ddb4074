"""Who hears of a sitting: the members of the committee."""

from django.utils import timezone

from portal.foundation import outbox
from portal.foundation.acting import Acting

from .models import Meeting


def meeting_announced(meeting: Meeting, *, by: Acting) -> None:
    _tell_members("governance.meeting_announced", meeting, by)


def meeting_revised(meeting: Meeting, *, reason: str, by: Acting) -> None:
    _tell_members("governance.meeting_revised", meeting, by, reason=reason)


def meeting_postponed(meeting: Meeting, *, reason: str, by: Acting) -> None:
    _tell_members("governance.meeting_postponed", meeting, by, reason=reason)


def meeting_cancelled(meeting: Meeting, *, reason: str, by: Acting) -> None:
    _tell_members("governance.meeting_cancelled", meeting, by, reason=reason)


def meeting_entrusted(meeting: Meeting) -> None:
    outbox.post(
        "governance.meeting_entrusted",
        recipients=[meeting.entrusted_to],
        url=meeting.get_absolute_url(),
        context=_words(meeting),
        once=f"meeting-entrusted:{meeting.pk}:{meeting.steps.count()}",
    )


def _tell_members(kind: str, meeting: Meeting, by: Acting, **more: str) -> None:
    """Those who will be members on the day of the sitting: the next term is told of its first one too."""
    outbox.post(
        kind,
        recipients=[person for person in meeting.body.members_on(meeting.held_on) if person != by.person],
        url=meeting.get_absolute_url(),
        context={**_words(meeting), **more},
        once=f"{kind}:{meeting.pk}:{meeting.sequence}",
    )


def _words(meeting: Meeting) -> dict:
    return {
        "committee": meeting.body.name,
        "meeting": meeting.title,
        "starts": timezone.localtime(meeting.starts_at).strftime("%Y-%m-%d %H:%M"),
        "place": meeting.place,
        "agenda": meeting.agenda,
        "is_open": meeting.is_open,
        "ground": meeting.closing_ground,
        "is_short_notice": meeting.is_short_notice,
    }
