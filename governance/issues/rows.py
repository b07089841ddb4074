"""An issue in one line of the register, its facts, and its way so far."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from .models import CommitteeIssue

STEPS = {
    "raise_issue": lambda: _("Raised"),
    "discuss": lambda: _("Discussed"),
    "decide": lambda: _("Decided"),
    "finish": lambda: _("Done"),
    "reopen": lambda: _("Raised again"),
}


def issue_row(issue: CommitteeIssue) -> dict[str, Any]:
    """For the resource list."""
    return {
        "title": issue.title,
        "url": issue.get_absolute_url(),
        "date": issue.raised_at,
        "status": issue.get_status_display(),
        "tone": issue.tone,
        "meta": "" if issue.is_public else _("Committee only"),
    }


def issue_facts(issue: CommitteeIssue) -> list[dict[str, Any]]:
    return [
        {"label": _("Raised by"), "value": issue.raised_for.shown_name},
        {"label": _("Raised on"), "date": issue.raised_at},
        {"label": _("Why only the committee reads it"), "value": issue.closing_ground},
        _linked(_("Discussed in the meeting"), issue.meeting),
        _linked(_("Discussed in the room"), issue.room),
        {"label": _("What was decided"), "value": issue.decision},
        _linked(_("Resolution"), issue.resolution),
        {"label": _("What was done"), "value": issue.outcome},
    ]


def history(issue: CommitteeIssue) -> list[dict[str, Any]]:
    """For the timeline."""
    return [
        {"title": STEPS[step.verb](), "at": step.at, "text": step.reason, "tone": "neutral"}
        for step in issue.steps.all()
    ]


def _linked(label: str, thing: Any) -> dict[str, Any]:
    return {
        "label": label,
        "value": str(thing) if thing is not None else "",
        "url": thing.get_absolute_url() if thing is not None else "",
    }
