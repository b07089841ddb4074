"""Drafting, checking and approving the division of roles, and letting it take effect on its day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import require
from residents.bodies.models import Body
from residents.bodies.successors import Successors

from . import notifications
from .delegations import delegate, take_back
from .models import RoleAssignment, RoleTable
from .permissions import (
    can_approve_table,
    can_check_table,
    can_discard_table,
    can_draft_table,
    can_reopen_table,
    can_revise_table,
    can_revoke_table,
)

__all__ = [
    "Row",
    "approve",
    "check",
    "delegate",
    "discard",
    "draft",
    "draft_next",
    "reopen",
    "revise",
    "revoke",
    "set_holders",
    "take_back",
    "take_effect",
    "write_rows",
]


@dataclass(frozen=True)
class Row:
    """One line to be written: a function and its holder (``None``: every unit)."""

    function: str
    body: Body | None = None
    is_open_ended: bool = False
    printed_as: str = ""
    tasks: tuple[str, ...] = ()
    in_place_of: Body | None = None


@transaction.atomic
def draft(
    *,
    title: str,
    effective_from: date,
    rows: Iterable[Row],
    by: Acting,
    source: str = "",
    left_open: Mapping[str, str] | None = None,
) -> RoleTable:
    """Write down who shall hold which function from a day on, and why nobody holds what is left open."""
    require(can_draft_table(by))
    table = RoleTable(
        title=title, effective_from=effective_from, source=source, left_open=dict(left_open or {})
    )
    table.step("draft", by=by)
    write_rows(table, rows)
    audit.record("residents.role_table.drafted", by=by, target=table)
    return table


@transaction.atomic
def draft_next(*, title: str, effective_from: date, by: Acting, source: str = "") -> RoleTable:
    """Begin from the table in force; a unit that ends before the day is replaced by what follows it."""
    table = RoleTable.objects.in_force(clock.today())
    rows = _carried_over(table, effective_from) if table else []
    left_open = table.left_open if table else {}
    return draft(
        title=title, effective_from=effective_from, rows=rows, by=by, source=source, left_open=left_open
    )


def _carried_over(table: RoleTable, day: date) -> list[Row]:
    """The rows of a table as of a later day: successors stand in for bodies that have gone, each once."""
    successors = Successors()
    found: dict[tuple[str, int | None], Row] = {}
    for old in table.rows.select_related("body").order_by("pk"):
        standing: list[Body | None] = [old.body]
        if old.body is not None:
            standing = [*successors.of(old.body, day)] or standing
        for body in standing:
            is_same = body == old.body
            row = Row(
                old.function,
                body,
                old.is_open_ended,
                old.printed_as if is_same else "",
                tuple(old.tasks),
                None if is_same else old.body,
            )
            found.setdefault((old.function, body.pk if body else None), row)
    return list(found.values())


@transaction.atomic
def revise(table: RoleTable, *, title: str, effective_from: date, source: str, by: Acting) -> RoleTable:
    """Give a draft another name or another first day."""
    table = RoleTable.objects.select_for_update().get(pk=table.pk)
    require(can_revise_table(by, table))
    table.step("revise", by=by, title=title, effective_from=effective_from, source=source)
    audit.record("residents.role_table.revised", by=by, target=table)
    return table


@transaction.atomic
def set_holders(
    table: RoleTable,
    function: str,
    *,
    bodies: Iterable[Body],
    is_open_ended: bool,
    tasks: Iterable[str],
    by: Acting,
    left_open: str = "",
) -> RoleTable:
    """Say anew who holds one function in a draft, or why nobody is to hold it.

    The cell as printed goes, because it is no longer true.
    """
    table = RoleTable.objects.select_for_update().get(pk=table.pk)
    require(can_revise_table(by, table))
    before = {row.body_id: row for row in table.rows.filter(function=function)}
    table.rows.filter(function=function).delete()
    said = tuple(tasks)
    rows = [
        Row(function, body, False, before[body.pk].printed_as if body.pk in before else "", said)
        for body in bodies
    ]
    if is_open_ended:
        rows.append(Row(function, None, True, "", said))
    write_rows(table, rows)
    reasons = {code: why for code, why in table.left_open.items() if code != function}
    if left_open and not rows:
        reasons[function] = left_open
    table.step("revise", by=by, reason=function, left_open=reasons)
    audit.record("residents.role_table.revised", by=by, target=table, details={"function": function})
    return table


def write_rows(table: RoleTable, rows: Iterable[Row]) -> None:
    RoleAssignment.objects.bulk_create(
        RoleAssignment(
            table=table,
            function=row.function,
            body=row.body,
            is_open_ended=row.is_open_ended,
            printed_as=row.printed_as,
            tasks=list(row.tasks),
            in_place_of=row.in_place_of,
        )
        for row in rows
    )


@transaction.atomic
def check(table: RoleTable, *, by: Acting) -> RoleTable:
    """Confirm that nothing is missing, so that it may be put before the approver."""
    table = RoleTable.objects.select_for_update().get(pk=table.pk)
    require(can_check_table(by, table))
    table.step("check", by=by)
    audit.record("residents.role_table.checked", by=by, target=table)
    notifications.role_table_checked(table, by)
    return table


@transaction.atomic
def reopen(table: RoleTable, *, by: Acting, reason: str) -> RoleTable:
    """Take a checked table back for changes before anybody approved it."""
    table = RoleTable.objects.select_for_update().get(pk=table.pk)
    require(can_reopen_table(by, table))
    table.step("reopen", by=by, reason=reason)
    audit.record("residents.role_table.reopened", by=by, target=table, reason=reason)
    return table


@transaction.atomic
def discard(table: RoleTable, *, by: Acting, reason: str) -> RoleTable:
    """Give a draft up; it stays readable for those who keep the table."""
    table = RoleTable.objects.select_for_update().get(pk=table.pk)
    require(can_discard_table(by, table))
    table.step("discard", by=by, reason=reason)
    audit.record("residents.role_table.discarded", by=by, target=table, reason=reason)
    return table


@transaction.atomic
def approve(table: RoleTable, *, by: Acting, reason: str = "") -> RoleTable:
    """Let it take effect on its day; the table before it stays readable and judges past acts."""
    table = RoleTable.objects.select_for_update().get(pk=table.pk)
    require(can_approve_table(by, table))
    table.step("approve", by=by, reason=reason)
    audit.record("residents.role_table.approved", by=by, target=table, reason=reason, public=True)
    notifications.role_table_approved(table, by)
    if table.effective_from <= clock.today():
        take_effect(table, by=CLOCK)
    return table


@transaction.atomic
def revoke(table: RoleTable, *, by: Acting, reason: str) -> RoleTable:
    """Take an approval back before its day, so that the table can be changed."""
    table = RoleTable.objects.select_for_update().get(pk=table.pk)
    require(can_revoke_table(by, table))
    table.step("revoke", by=by, reason=reason)
    audit.record("residents.role_table.revoked", by=by, target=table, reason=reason, public=True)
    return table


@transaction.atomic
def take_effect(table: RoleTable, *, by: Acting) -> RoleTable:
    """Its day has come: whoever holds a function now is told, and the table before it is superseded."""
    table = RoleTable.objects.select_for_update().get(pk=table.pk)
    before = RoleTable.objects.in_force(table.effective_from - clock.ONE_DAY)
    table.step("take_effect", by=by)
    for old in RoleTable.objects.select_for_update().filter(status="in_force").exclude(pk=table.pk):
        old.step("supersede", by=by)
        audit.record("residents.role_table.superseded", by=by, target=old)
    audit.record("residents.role_table.took_effect", by=by, target=table, public=True)
    notifications.role_table_took_effect(table, before)
    return table
