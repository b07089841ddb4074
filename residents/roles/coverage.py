"""How far a role table reaches: functions without a holder, units without a part (checklist 11)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from residents.bodies.models import Body
from residents.contracts.models import ContractGrant

from .functions import FUNCTIONS
from .models import Delegation, RoleTable

OF_RESIDENTS = frozenset({"sns.general_community_operation"})
"""Held by every registered participant (125), so that no body is missing."""


@dataclass(frozen=True)
class Coverage:
    """Labels of functions nobody holds, and the units that hold none of their own."""

    functions_without_holder: list[Any] = field(default_factory=list)
    units_without_part: list[Body] = field(default_factory=list)


def coverage(table: RoleTable | None, day: date) -> Coverage:
    """What table, contracts and delegations leave open on a day."""
    rows = list(table.rows.all()) if table else []
    held = {row.function for row in rows} | OF_RESIDENTS
    held |= set(ContractGrant.objects.on(day).values_list("function", flat=True))
    held |= set(Delegation.objects.on(day).values_list("function", flat=True))
    taking_part = {row.body_id for row in rows}
    units = Body.objects.on(day).units().order_by("pk")
    return Coverage(
        [function.label for code, function in FUNCTIONS.items() if code not in held],
        [unit for unit in units if unit.pk not in taking_part],
    )
