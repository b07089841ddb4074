"""Everything a role table still lacks before it may take effect."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from residents.bodies.models import BodyMembership
from residents.contracts.models import ContractGrant

from .conflicts import people_in_two_minds
from .coverage import unheld
from .functions import FUNCTIONS
from .models import RoleTable

NEEDS_A_HOLDER = ("roles.table_draft", "roles.table_approve", "system.operation", "system.audit_read")


def missing(table: RoleTable) -> list[Any]:
    """Sentences, all at once: unknown codes, gaps, bodies that do not exist on the day, people in two minds."""
    rows = list(table.rows.select_related("body"))
    found: list[Any] = []
    held = {row.function for row in rows}
    for code in sorted(held - FUNCTIONS.keys()):
        found.append(_("“%(code)s” is not a function.") % {"code": code})
    for code in unheld(table, table.effective_from):
        if code in held:
            continue  # named below: its body does not exist on that day
        if code in NEEDS_A_HOLDER or not (table.left_open.get(code) or code in _under_contract()):
            found.append(_("Nobody holds “%(function)s”.") % {"function": FUNCTIONS[code].label})
    for row in rows:
        if row.body is not None and not row.body.exists_on(table.effective_from):
            found.append(
                _("“%(body)s” (“%(function)s”) does not exist on that day.")
                % {"body": row.body, "function": _label(row.function)}
            )
        if row.is_open_ended and row.body is None and not _may_be_open_ended(row.function):
            found.append(
                _("“%(function)s” cannot be left to every unit.") % {"function": _label(row.function)}
            )
    return found + _nobody_there(table, rows) + people_in_two_minds(rows, table.effective_from)


def _under_contract() -> set[str]:
    """What comes with a yearly contract: in April the next contract gives it, and its own reminders watch."""
    return set(ContractGrant.objects.values_list("function", flat=True))


def _nobody_there(table: RoleTable, rows: list[Any]) -> list[Any]:
    """What the portal cannot do without needs somebody who belongs to the holder on the day."""
    staffed = set(
        BodyMembership.objects.on(table.effective_from)
        .filter(person__is_active=True)
        .values_list("body_id", flat=True)
    )
    found: list[Any] = []
    for code in NEEDS_A_HOLDER:
        bodies = [r.body for r in rows if r.function == code and r.body]
        bodies = [body for body in bodies if body.exists_on(table.effective_from)]
        if bodies and not any(body.pk in staffed for body in bodies):
            found.append(
                _("Nobody belongs to “%(body)s”, which would hold “%(function)s”.")
                % {"body": bodies[0], "function": FUNCTIONS[code].label}
            )
    return found


def _label(code: str) -> Any:
    return FUNCTIONS[code].label if code in FUNCTIONS else code


def _may_be_open_ended(code: str) -> bool:
    return code not in FUNCTIONS or FUNCTIONS[code].is_open_ended
