"""How far a role table reaches: functions without a holder, units without a part (checklist 11)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from residents.bodies.models import Body, BodyMembership
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
    rows = _standing_rows(table, day)
    taking_part = {row.body_id for row in rows}
    units = Body.objects.on(day).units().order_by("pk")
    return Coverage(
        [FUNCTIONS[code].label for code in unheld(table, day)],
        [unit for unit in units if unit.pk not in taking_part],
    )


def unheld(table: RoleTable | None, day: date) -> list[str]:
    """Functions that no body holds on a day; a unit that has given way holds nothing any more."""
    held = {row.function for row in _standing_rows(table, day)} | OF_RESIDENTS
    held |= set(ContractGrant.objects.on(day).values_list("function", flat=True))
    lent = Delegation.objects.on(day)
    held |= set(lent.filter(to_body__isnull=True).values_list("function", flat=True))
    held |= set(lent.filter(to_body__in=Body.objects.on(day)).values_list("function", flat=True))
    return [code for code in FUNCTIONS if code not in held]


def left_alone(table: RoleTable | None, day: date) -> list[str]:
    """Functions under which nobody could act on a day: no holder, or none of its people is left."""
    belonging = set(
        BodyMembership.objects.on(day).filter(person__is_active=True).values_list("body_id", "person_id")
    )
    staffed = {body for body, _person in belonging}
    held = {row.function for row in _standing_rows(table, day) if row.body is None or row.body_id in staffed}
    grants = ContractGrant.objects.on(day).values_list("function", "contract__contractor", "person")
    for function, contractor, person in grants:
        if (contractor, person) in belonging or (person is None and contractor in staffed):
            held.add(function)
    lent = Delegation.objects.on(day)
    held |= set(lent.filter(to_person__is_active=True).values_list("function", flat=True))
    held |= set(lent.filter(to_body__in=staffed).values_list("function", flat=True))
    return [code for code in FUNCTIONS if code not in held | OF_RESIDENTS]


def _standing_rows(table: RoleTable | None, day: date) -> list[Any]:
    """The rows whose body exists on the day, or that name every unit."""
    rows = list(table.rows.select_related("body")) if table else []
    return [row for row in rows if row.body is None or row.body.exists_on(day)]
