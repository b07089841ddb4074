"""A committee's events as iCalendar (RFC 5545), in the manner of its meetings."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.utils.translation import gettext as _

from governance.meetings.calendar import calendar_of, escaped, moment

from .lifecycle import EventStatus
from .models import CommitteeEvent


def calendar(name: str, events: Iterable[CommitteeEvent]) -> str:
    """The whole file. `events` are those the public may know of, with `changed_at` of their last step."""
    return calendar_of(name, (_entry(event) for event in events))


def _entry(event: CommitteeEvent) -> list[str]:
    is_off = event.status == EventStatus.CANCELLED
    title = _("Cancelled: %(meeting)s") % {"meeting": event.title} if is_off else event.title
    uid = uuid5(NAMESPACE_URL, f"tag:{settings.TOWN_NAME},2026:event:{event.pk}")
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"SEQUENCE:{event.sequence}",
        f"DTSTAMP:{moment(event.changed_at)}",
        f"LAST-MODIFIED:{moment(event.changed_at)}",
        f"DTSTART:{moment(event.starts_at)}",
        f"DTEND:{moment(event.ends_at)}",
        f"SUMMARY:{escaped(title)}",
        f"LOCATION:{escaped(event.place)}",
        f"DESCRIPTION:{escaped(event.about)}",
        f"URL:{settings.WAGTAILADMIN_BASE_URL + event.get_absolute_url()}",
        f"STATUS:{'CANCELLED' if is_off else 'CONFIRMED'}",
        "END:VEVENT",
    ]
