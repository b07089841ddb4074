"""Everything a role table still lacks before it may take effect."""

from __future__ import annotations

from itertools import product
from typing import Any

from django.utils.translation import gettext_lazy as _

from residents.bodies.models import Body, BodyMembership

from .functions import FUNCTIONS, INCOMPATIBLE_PAIRS
from .models import RoleTable

NEEDS_A_HOLDER = ("roles.table_draft", "roles.table_approve", "system.operation", "system.audit_read")


def missing(table: RoleTable) -> list[Any]:
    """Sentences, all at once: unknown codes, gaps, bodies that do not exist on the day, people in two minds."""
    rows = list(table.rows.select_related("body"))
    found: list[Any] = []
    held = {row.function for row in rows}
    for code in sorted(held - FUNCTIONS.keys()):
        found.append(_("“%(code)s” is not a function.") % {"code": code})
    for code in NEEDS_A_HOLDER:
        if code not in held:
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
    return found + _nobody_there(table, rows) + _people_in_two_minds(table, rows)


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


def _people_in_two_minds(table: RoleTable, rows: list[Any]) -> list[Any]:
    """The incompatible pairs of [2.19] that one person would hold through two different bodies."""
    members: dict[int, set[Any]] = {}
    for membership in BodyMembership.objects.on(table.effective_from):
        members.setdefault(membership.body_id, set()).add(membership.person_id)
    found: list[Any] = []
    for one, other in INCOMPATIBLE_PAIRS:
        ones = [r.body for r in rows if r.function == one and r.body]
        others = [r.body for r in rows if r.function == other and r.body]
        for a, b in product(ones, others):
            if a != b and members.get(a.pk, set()) & members.get(b.pk, set()):
                found.append(_shared(one, other, a, b))
    return found


def _shared(one: str, other: str, a: Body, b: Body) -> Any:
    return _("“%(one)s” (%(a)s) and “%(other)s” (%(b)s) would be held by the same person.") % {
        "one": FUNCTIONS[one].label,
        "a": a,
        "other": FUNCTIONS[other].label,
        "b": b,
    }
