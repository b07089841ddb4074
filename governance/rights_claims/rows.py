"""A claim in one line of the list, its facts, and what happened to it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from portal.foundation import clock
from portal.foundation.printed_dates import japanese_date

from .lifecycle import ClaimStatus
from .models import RightsClaim


def claim_row(claim: RightsClaim) -> dict[str, Any]:
    return {
        "title": _("%(number)s – %(place)s") % {"number": claim.number, "place": claim.place},
        "url": claim.get_absolute_url(),
        "date": claim.received_at,
        "status": claim.get_status_display(),
        "tone": claim.tone,
        "meta": waiting(claim),
        "text": claim.get_right_display(),
    }


def waiting(claim: RightsClaim) -> str:
    """Waiting for whom, and until when."""
    if not claim.is_open:
        return ""
    asked = claim.status == ClaimStatus.INQUIRED
    who = _("waiting for the author") if asked else _("waiting for a caretaker")
    if claim.due_on is None:
        return who
    words = {"who": who, "day": japanese_date(claim.due_on)}
    if claim.due_on < clock.today():
        return _("%(who)s, overdue since %(day)s") % words
    return _("%(who)s, due on %(day)s") % words


def claim_facts(claim: RightsClaim) -> list[dict[str, Any]]:
    """What both sides may read."""
    return [
        {"label": _("Number of the claim"), "value": claim.number},
        {"label": _("Community or room"), "value": claim.place or _("erased with the evidence")},
        {"label": _("Right said to be infringed"), "value": claim.get_right_display()},
        {"label": _("Received at"), "date": claim.received_at},
        {"label": _("Reply possible until"), "date": claim.reply_until},
        {"label": _("Next step"), "value": waiting(claim)},
    ]


def claim_steps(claim: RightsClaim) -> list[dict[str, Any]]:
    return [
        {"title": str(ClaimStatus(step.to_status).label), "at": step.at, "text": step.reason}
        for step in claim.steps.all()
    ]
