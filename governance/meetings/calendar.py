"""A committee's sittings as iCalendar (RFC 5545): one event each, the same for ever, moved when it moves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.db.models import Max
from django.utils.translation import gettext as _

from .lifecycle import MeetingStatus
from .models import Meeting

OCTETS = 75


def calendar(name: str, meetings: Iterable[Meeting]) -> str:
    """The whole file. `meetings` are those the public may know of, from `with_last_change`."""
    return calendar_of(name, (event(meeting) for meeting in meetings))


def calendar_of(name: str, entries: Iterable[list[str]]) -> str:
    """A file of entries that somebody has put into lines."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Sankaku//{escaped(settings.TOWN_NAME)}//JA",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for entry in entries:
        lines += entry
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def with_last_change(meetings):
    """When each was last acted on: the moment its event was made as it now stands."""
    return meetings.annotate(changed_at=Max("steps__at"))


def event(meeting: Meeting) -> list[str]:
    """One sitting. Of a closed one the ground is told, never the agenda."""
    url = settings.WAGTAILADMIN_BASE_URL + meeting.get_absolute_url()
    is_off = meeting.status in (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED)
    about = meeting.agenda if meeting.is_open else _("Closed to the public") + f"\n{meeting.closing_ground}"
    return [
        "BEGIN:VEVENT",
        f"UID:{uid(meeting)}",
        f"SEQUENCE:{meeting.sequence}",
        f"DTSTAMP:{moment(meeting.changed_at)}",
        f"LAST-MODIFIED:{moment(meeting.changed_at)}",
        f"DTSTART:{moment(meeting.starts_at)}",
        f"DTEND:{moment(meeting.ends_at)}",
        f"SUMMARY:{escaped(_summary(meeting))}",
        f"LOCATION:{escaped(meeting.place)}",
        f"DESCRIPTION:{escaped(about)}",
        f"URL:{url}",
        f"STATUS:{'CANCELLED' if is_off else 'CONFIRMED'}",
        "END:VEVENT",
    ]


def uid(meeting: Meeting) -> str:
    """Made from the town and the key of the row, so that a moved server or address changes nothing."""
    return str(uuid5(NAMESPACE_URL, f"tag:{settings.TOWN_NAME},2026:meeting:{meeting.pk}"))


def moment(at: datetime) -> str:
    """In universal time, which needs no table of time zones."""
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def escaped(text: str) -> str:
    """TEXT (3.3.11): backslash, semicolon, comma and line break."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\n").replace("\n", "\\n")


def folded(line: str) -> str:
    """At most 75 octets to a line (3.1), never through the middle of a letter."""
    parts, part, room = [], "", OCTETS
    for letter in line:
        size = len(letter.encode())
        if size > room:
            parts.append(part)
            part, room = "", OCTETS - 1
        part, room = part + letter, room - size
    return "\r\n ".join([*parts, part])


def _summary(meeting: Meeting) -> str:
    if meeting.status == MeetingStatus.POSTPONED:
        return _("Postponed: %(meeting)s") % {"meeting": meeting.title}
    if meeting.status == MeetingStatus.CANCELLED:
        return _("Cancelled: %(meeting)s") % {"meeting": meeting.title}
    return meeting.title
