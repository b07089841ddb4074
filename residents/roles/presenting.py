"""A table of roles as a page shows it: who holds what on a day, by table, contract or delegation."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.foundation.templatetags.ui import japanese_date
from residents.bodies.models import BodyMembership
from residents.contracts.models import ContractGrant

from .comparison import compare, holders_of, printed
from .functions import FUNCTIONS
from .models import Delegation, RoleTable


def label_of(code: str) -> Any:
    return FUNCTIONS[code].label if code in FUNCTIONS else code


def held_on(table: RoleTable | None, day: date) -> list[dict[str, Any]]:
    """Every function with its holders of a day and how each came to hold it."""
    rows = list(table.rows.select_related("body").order_by("pk")) if table else []
    found = holders_of(rows)
    others = _by_contract(day)
    for code, names in _by_delegation(day).items():
        others[code] += names
    return [
        {
            "function": label_of(code),
            "holders": [row.printed_as or printed(row) for row in held],
            "others": others.get(code, []),
            "tasks": [task for row in held[:1] for task in row.tasks],
        }
        for code, held in found.items()
    ]


def _by_contract(day: date) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    grants = ContractGrant.objects.on(day).select_related("contract__contractor").order_by("pk")
    for grant in grants:
        words = _("%(body)s (contract, until %(day)s)") % {
            "body": grant.contract.contractor,
            "day": japanese_date(grant.contract.until_on),
        }
        if words not in found[grant.function]:
            found[grant.function].append(words)
    return found


def _by_delegation(day: date) -> dict[str, list[str]]:
    """A person a function was lent to stays unnamed here: the page is public."""
    found: dict[str, list[str]] = defaultdict(list)
    for lent in Delegation.objects.on(day).select_related("to_body", "from_body").order_by("pk"):
        found[lent.function].append(
            _("%(body)s (delegated by %(from)s until %(day)s)")
            % {
                "body": lent.to_body or _("A named person"),
                "from": lent.from_body,
                "day": japanese_date(lent.until_on),
            }
        )
    return found


def rows_of(table: RoleTable) -> list[dict[str, Any]]:
    """Every function of a draft with its holders, who belongs to them on the day, and the way to change it."""
    rows = list(table.rows.select_related("body", "in_place_of").order_by("pk"))
    members = _members(rows, table.effective_from)
    return [
        {
            "function": label_of(code),
            "url": reverse("residents:role-table-holders", args=[table.pk, code]),
            "holders": [
                {
                    "name": printed(row),
                    "people": members.get(row.body_id, 0),
                    "is_body": row.body_id is not None,
                    "follows": str(row.in_place_of) if row.in_place_of_id else "",
                }
                for row in held
            ],
            "left_open": table.left_open.get(code, ""),
            "tasks": [task for row in held[:1] for task in row.tasks],
        }
        for code, held in holders_of(rows).items()
    ]


def _members(rows: list[Any], day: date) -> dict[int, int]:
    counts: dict[int, int] = defaultdict(int)
    bodies = {row.body_id for row in rows if row.body_id}
    memberships = BodyMembership.objects.on(day).filter(body__in=bodies, person__is_active=True)
    for body in memberships.values_list("body_id", flat=True):
        counts[body] += 1
    return counts


def changes(before: RoleTable | None, table: RoleTable) -> list[dict[str, Any]]:
    """The difference to the table in force, for the page."""
    return [
        {
            "function": change.label,
            "before": "、".join(change.before) or "–",
            "after": "、".join(change.after) or "–",
            "follows": change.follows,
        }
        for change in compare(before, table)
    ]


def history(table: RoleTable) -> list[dict[str, Any]]:
    """What happened to the table, the latest last; revisions of single rows are told once."""
    words = {
        "draft": _("Drafted"),
        "revise": _("Revised"),
        "check": _("Checked"),
        "reopen": _("Taken back for changes"),
        "discard": _("Discarded"),
        "approve": _("Approved"),
        "revoke": _("Approval taken back"),
        "take_effect": _("Took effect"),
        "supersede": _("Superseded by the next table"),
    }
    steps, found = list(table.steps.all()), []
    for step in steps:
        if step.verb == "revise" and found and found[-1]["title"] == words["revise"]:
            found[-1]["at"] = step.at
            continue
        text = "" if step.verb == "revise" else step.reason
        found.append({"title": words[step.verb], "at": step.at, "text": text})
    return found
