"""Who hears of a sitting: the members of the committee."""

from django.utils import timezone

from portal.foundation import outbox
from portal.foundation.acting import Acting

from .models import Meeting


def meeting_announced(meeting: Meeting, *, by: Acting) -> None:
    _tell_members("governance.meeting_announced", meeting, by)


def meeting_cancelled(meeting: Meeting, *, reason: str, by: Acting) -> None:
    _tell_members("governance.meeting_cancelled", meeting, by, reason=reason)


def minutes_published(meeting: Meeting, *, by: Acting) -> None:
    _tell_members("governance.minutes_published", meeting, by)


def meeting_entrusted(meeting: Meeting) -> None:
    outbox.post(
        "governance.meeting_entrusted",
        recipients=[meeting.entrusted_to],
        url=meeting.get_absolute_url(),
        context=_words(meeting),
        once=f"meeting-entrusted:{meeting.pk}:{meeting.steps.count()}",
    )


def _tell_members(kind: str, meeting: Meeting, by: Acting, **more: str) -> None:
    outbox.post(
        kind,
        recipients=[person for person in meeting.body.members_on() if person != by.person],
        url=meeting.get_absolute_url(),
        context={**_words(meeting), **more},
        once=f"{kind}:{meeting.pk}",
    )


def _words(meeting: Meeting) -> dict[str, str]:
    return {
        "committee": meeting.body.name,
        "meeting": meeting.title,
        "starts": timezone.localtime(meeting.starts_at).strftime("%Y-%m-%d %H:%M"),
        "place": meeting.place,
    }
