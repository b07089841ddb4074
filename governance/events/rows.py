"""An event in one line of a list, and its facts."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from .models import CommitteeEvent


def event_row(event: CommitteeEvent) -> dict[str, Any]:
    """For the resource list."""
    return {
        "title": event.title,
        "url": event.get_absolute_url(),
        "date": event.starts_at,
        "status": event.get_status_display(),
        "tone": event.tone,
        "meta": f"{event.kind} – {event.place}",
    }


def event_facts(event: CommitteeEvent, count: int) -> list[dict[str, Any]]:
    """What, when, where, for how many; afterwards how many came."""
    return [
        {"label": _("Kind of event"), "value": str(event.kind)},
        {"label": _("Begins"), "date": event.starts_at},
        {"label": _("Ends"), "date": event.ends_at},
        {"label": _("Place"), "value": event.place},
        {
            "label": _("Conference room it belongs to"),
            "value": event.room.title if event.room else "",
            "url": event.room.get_absolute_url() if event.room else "",
        },
        {"label": _("Organised by"), "value": event.body.shown_name},
        *_places(event, count),
        {"label": _("People who came"), "value": _people(event.attended)},
    ]


def _places(event: CommitteeEvent, count: int) -> list[dict[str, Any]]:
    if not event.takes_sign_ups:
        return [{"label": _("Signing up"), "value": _("Not needed; just come.")}]
    signed_up = count if event.signed_up is None else event.signed_up
    return [
        {"label": _("Places"), "value": _people(event.capacity)},
        {"label": _("Signed up"), "value": _people(signed_up)},
        {"label": _("Sign up until"), "date": event.last_day_to_sign_up},
    ]


def _people(count: int | None) -> str:
    return "" if count is None else _("%(count)s people") % {"count": count}
