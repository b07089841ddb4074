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
            found.append(_("“%(body)s” does not exist on that day.") % {"body": row.body})
        if row.is_open_ended and not FUNCTIONS[row.function].is_open_ended and row.body is None:
            found.append(
                _("“%(function)s” cannot be left to every unit.")
                % {"function": FUNCTIONS[row.function].label}
            )
    return found + _people_in_two_minds(table, rows)


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
