"""Who hears of a table of roles: those who decide it, and the people of units whose part changes."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.accounts.models import User
from residents.bodies.models import BodyMembership

from .functions import FUNCTIONS
from .holdings import people_holding
from .models import RoleTable


def role_table_checked(table: RoleTable, by: Acting) -> None:
    """It waits for the approver."""
    _post("role_table_checked", table, people_holding("roles.table_approve"), by)


def role_table_approved(table: RoleTable, by: Acting) -> None:
    _post("role_table_approved", table, people_holding("roles.table_draft"), by)


def role_table_took_effect(table: RoleTable, before: RoleTable | None) -> None:
    """The people of every unit that holds something new, or no longer holds something."""
    if before is None:  # the first table of a town: nothing has changed for anybody
        return
    was = set(before.rows.values_list("function", "body"))
    now = set(table.rows.values_list("function", "body"))
    bodies = {body for _function, body in was ^ now if body is not None}
    members = BodyMembership.objects.on(table.effective_from).filter(body__in=bodies)
    people = User.objects.filter(pk__in=members.values("person"), is_active=True)
    _post("role_table_took_effect", table, people, Acting())


def function_without_holder(function: str, since: date) -> None:
    """Whoever keeps the table of roles, and the mayor's office that approves it: nobody may act from this day."""
    keepers = people_holding("roles.table_draft") | people_holding("roles.table_approve")
    outbox.post(
        "residents.function_without_holder",
        User.objects.filter(pk__in=keepers.values("pk")),
        url=reverse("residents:role-table"),
        context={
            "function": str(FUNCTIONS[function].label),
            "year": since.year,
            "month": since.month,
            "day": since.day,
        },
        once=f"function-without-holder:{function}:{since.isoformat()}",
    )


def _post(kind: str, table: RoleTable, people, by: Acting) -> None:
    day = table.effective_from
    outbox.post(
        f"residents.{kind}",
        people.exclude(pk=by.person.pk) if by.person is not None else people,
        url=table.get_absolute_url(),
        context={"table": table.title, "year": day.year, "month": day.month, "day": day.day},
        once=f"{kind}:{table.pk}:{table.steps.count()}",
    )
