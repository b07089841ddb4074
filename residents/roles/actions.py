"""Drafting, checking and approving the division of roles; lending a function for a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.foundation import audit
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied, require
from residents.bodies.models import Body

from .holdings import holds
from .models import Delegation, RoleAssignment, RoleTable
from .permissions import can_approve_table, can_check_table, can_draft_table, can_reopen_table


@dataclass(frozen=True)
class Row:
    """One line to be written: a function and its holder (``None``: every unit)."""

    function: str
    body: Body | None = None
    is_open_ended: bool = False
    printed_as: str = ""
    tasks: tuple[str, ...] = ()


@transaction.atomic
def draft(
    *, title: str, effective_from: date, rows: Iterable[Row], by: Acting, source: str = ""
) -> RoleTable:
    """Write down who shall hold which function from a day on."""
    require(can_draft_table(by))
    table = RoleTable(title=title, effective_from=effective_from, source=source)
    table.step("draft", by=by)
    write_rows(table, rows)
    audit.record("residents.role_table.drafted", by=by, target=table)
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
def approve(table: RoleTable, *, by: Acting, reason: str = "") -> RoleTable:
    """Let it take effect on its day; the table before it stays readable and judges past acts."""
    table = RoleTable.objects.select_for_update().get(pk=table.pk)
    require(can_approve_table(by, table))
    table.step("approve", by=by, reason=reason)
    audit.record("residents.role_table.approved", by=by, target=table, reason=reason, public=True)
    return table


@transaction.atomic
def delegate(
    function: str,
    *,
    to_body: Body | None = None,
    to_person: Any = None,
    from_on: date,
    until_on: date,
    basis: str,
    by: Acting,
) -> Delegation:
    """Lend a function the acting body holds to another body or person, for stated days and on a stated basis."""
    require(holds(by, function))
    if (to_body is None) == (to_person is None):
        raise Denied(_("A delegation goes to one body or to one person."))
    lent = Delegation.objects.create(
        function=function,
        from_body=by.body,
        to_body=to_body,
        to_person=to_person,
        from_on=from_on,
        until_on=until_on,
        basis=basis,
    )
    audit.record("residents.delegation.given", by=by, target=lent, reference=basis)
    return lent
