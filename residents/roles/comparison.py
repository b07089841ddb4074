"""What one table of roles changes against another, function by function."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from .functions import FUNCTIONS
from .models import RoleAssignment, RoleTable


@dataclass(frozen=True)
class Change:
    """One function before and after; ``follows`` names bodies in whose place a successor was put."""

    function: str
    label: Any
    before: list[str]
    after: list[str]
    follows: list[str] = field(default_factory=list)


def holders_of(rows: list[RoleAssignment]) -> dict[str, list[RoleAssignment]]:
    """function → its rows, every known function in the order of the list, unknown ones after."""
    found: dict[str, list[RoleAssignment]] = {code: [] for code in FUNCTIONS}
    for row in rows:
        found.setdefault(row.function, []).append(row)
    return found


def printed(row: RoleAssignment) -> str:
    """A holder as a reader sees it."""
    if row.body is None:
        return str(_("Every unit"))
    return f"{row.body} {_('and every unit')}" if row.is_open_ended else str(row.body)


def compare(before: RoleTable | None, after: RoleTable | None) -> list[Change]:
    """Only what differs; an empty list means the tables say the same."""
    old, new = holders_of(_rows(before)), holders_of(_rows(after))
    changes = []
    for code in {**new, **old}:
        was = sorted(printed(row) for row in old.get(code, []))
        now = sorted(printed(row) for row in new.get(code, []))
        if was != now:
            follows = [f"{row.in_place_of} → {row.body}" for row in new.get(code, []) if row.in_place_of_id]
            label = FUNCTIONS[code].label if code in FUNCTIONS else code
            changes.append(Change(code, label, was, now, follows))
    return changes


def _rows(table: RoleTable | None) -> list[RoleAssignment]:
    return list(table.rows.select_related("body", "in_place_of").order_by("pk")) if table else []
