"""A contract as its page shows it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from portal.foundation.templatetags.ui import japanese_date
from residents.roles.functions import FUNCTIONS

from .lifecycle import RUNNING, Clause, ContractStatus
from .models import Contract, ContractGrant


def row(contract: Contract, today: date) -> dict[str, Any]:
    """One line of the register."""
    return {
        "title": contract.title,
        "url": contract.get_absolute_url(),
        "status": state(contract, today),
        "tone": contract.tone,
        "meta": str(contract.contractor),
        "text": days(contract),
    }


def state(contract: Contract, today: date) -> str:
    """What a reader would say: a concluded contract runs from its first day to its last."""
    if contract.status == ContractStatus.CONCLUDED and contract.from_on <= today:
        return _("Running") if today <= contract.until_on else _("Ended")
    return contract.get_status_display()


def days(contract: Contract) -> str:
    return _("%(first)s to %(last)s") % {
        "first": japanese_date(contract.from_on),
        "last": japanese_date(contract.until_on),
    }


def facts(contract: Contract, today: date) -> list[dict[str, Any]]:
    left = (contract.until_on - today).days
    is_running = contract.status in RUNNING and left >= 0
    return [
        {"label": _("Contractor"), "value": contract.contractor.shown_name},
        {"label": _("Contract number"), "value": contract.number},
        {"label": _("Period"), "value": days(contract)},
        {"label": _("Days left"), "value": str(left) if is_running else ""},
        {"label": _("Procurement"), "value": contract.get_procurement_display()},
        {
            "label": _("Amount"),
            "value": _("%(total)s yen") % {"total": f"{contract.amount:,}"} if contract.amount else "",
        },
        {"label": _("Scope"), "value": "、".join(contract.scope_items)},
        {"label": _("Next year"), "value": contract.get_renewal_display()},
        {"label": _("Terminated on"), "date": contract.terminated_on},
        {"label": _("Certificate of return or destruction"), "value": contract.certificate_number},
        {"label": _("Date of the certificate"), "date": contract.certificate_on},
    ]


def clauses(contract: Contract) -> dict[str, Any]:
    """The checklist as a table; what nobody has checked is said."""
    known = {row.clause: row for row in contract.clauses.all()}
    rows = []
    for clause in Clause:
        line = known.get(clause.value)
        said = _("not checked yet")
        if line is not None:
            said = _("in the contract") if line.is_needed else _("not needed")
        checked = japanese_date(line.checked_on) if line else "–"
        rows.append([clause.label, said, line.evidence if line else "–", checked])
    return {
        "caption": _("Checklist of clauses"),
        "head": [_("Clause"), _("Status"), _("Evidence"), _("Checked on")],
        "rows": rows,
    }


def grants(found: list[ContractGrant], today: date) -> list[dict[str, Any]]:
    """The rights it carries and whether each holds today."""
    holding = set(
        ContractGrant.objects.on(today).filter(pk__in=[g.pk for g in found]).values_list("pk", flat=True)
    )
    return [
        {
            "pk": grant.pk,
            "function": FUNCTIONS[grant.function].label if grant.function in FUNCTIONS else grant.function,
            "scope": grant.scope_item,
            "person": str(grant.person) if grant.person_id else _("Everybody of the contractor"),
            "status": _("holds today") if grant.pk in holding else _("does not hold today"),
            "tone": "success" if grant.pk in holding else "neutral",
        }
        for grant in found
    ]


def history(contract: Contract) -> list[dict[str, Any]]:
    words = {
        "propose": _("Planned"),
        "revise": _("Revised"),
        "drop": _("Plan given up"),
        "conclude": _("Concluded"),
        "inspect": _("Inspected"),
        "report_incident": _("Incident reported"),
        "resolve_incident": _("Incident resolved"),
        "renew": _("Renewal decided"),
        "decline_renewal": _("Decided not to renew"),
        "terminate": _("Terminated early"),
        "end": _("Ended; rights gone since midnight"),
        "settle": _("Certificate received, settled"),
    }
    found: list[dict[str, Any]] = []
    for step in contract.steps.all():
        if step.verb == "revise" and found and found[-1]["verb"] == "revise":
            found[-1]["at"] = step.at
            continue
        found.append({"verb": step.verb, "title": words[step.verb], "at": step.at, "text": step.reason})
    return found
