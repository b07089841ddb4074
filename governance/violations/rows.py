"""A case in one line of the desk, its facts, and what happened to it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from portal.foundation import clock
from portal.foundation.printed_dates import japanese_date

from .lifecycle import OPEN_CASES, CaseStatus
from .models import ViolationCase

WAITING_FOR = {
    CaseStatus.HEARING: lambda: _("waiting for the person concerned"),
    CaseStatus.REFERRED: lambda: _("waiting for the committee"),
}


def case_row(case: ViolationCase) -> dict:
    """For the resource list: what is due, and who is waited for."""
    return {
        "title": _("%(number)s – %(place)s") % {"number": case.number, "place": case.place},
        "url": case.get_absolute_url(),
        "date": case.opened_at,
        "status": case.get_status_display(),
        "tone": case.tone,
        "meta": waiting(case),
        "text": f"{case.ground} {case.provision_words}",
    }


def waiting(case: ViolationCase) -> str:
    """Due in two days, overdue, waiting for whom: in words."""
    if case.status not in OPEN_CASES:
        return ""
    who = WAITING_FOR.get(CaseStatus(case.status), lambda: _("waiting for a caretaker"))()
    if case.due_on is None:
        return who
    day = japanese_date(case.due_on)
    if case.due_on < clock.today():
        return _("%(who)s, overdue since %(day)s") % {"who": who, "day": day}
    return _("%(who)s, due on %(day)s") % {"who": who, "day": day}


def case_facts(case: ViolationCase) -> list[dict]:
    """What everybody who may see the case reads."""
    facts = [
        {"label": _("Community or room"), "value": _where(case)},
        {"label": _("Provision cited"), "value": case.ground, "url": case.provision_url},
        {"label": _("Its words"), "value": case.provision_words},
        {"label": _("Version of the rule"), "value": str(case.rule_version)},
        {"label": _("Opened"), "date": case.opened_at},
        {"label": _("Next step"), "value": waiting(case)},
        {"label": _("Statement possible until"), "date": case.hearing_until},
    ]
    if case.resolution is not None:
        facts.append(
            {
                "label": _("Resolution"),
                "value": str(case.resolution),
                "url": case.resolution.get_absolute_url(),
            }
        )
    return facts


def _where(case: ViolationCase) -> str:
    """The evidence knows; once it has been erased, nobody does."""
    if case.erased_on is not None:
        return _("erased with the evidence")
    return f"{case.evidence.place} – {case.evidence.topic}"


def case_steps(case: ViolationCase, *, inside: bool) -> list[dict]:
    """For the timeline; the person concerned reads their own steps and the decision, not the notes of the work."""
    found = []
    for step in case.steps.all():
        told = inside or step.verb in (
            "take_measure",
            "sanction",
            "close_without_measure",
            "hide_urgently",
            "take_over",
        )
        found.append(
            {
                "title": str(CaseStatus(step.to_status).label),
                "at": step.at,
                "text": step.reason if told else "",
            }
        )
    return found
