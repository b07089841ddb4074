"""Who may write down, and who may put in force, the division of roles (M12)."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.bodies.models import Body

from .conflicts import would_be_in_two_minds
from .functions import FUNCTIONS
from .holdings import holds
from .lifecycle import DECIDED, ROLE_TABLE
from .models import Delegation, RoleTable
from .requirements import missing


def can_read_table(by: Acting, table: RoleTable) -> Decision:
    """What was approved is public; a draft is read by those who write it and those who decide."""
    if table.status in DECIDED:
        return True
    return can_draft_table(by) or holds(by, "roles.table_approve")


def can_draft_table(by: Acting) -> Decision:
    return holds(by, "roles.table_draft")


def can_revise_table(by: Acting, table: RoleTable) -> Decision:
    return holds(by, "roles.table_draft") and ROLE_TABLE.allows("revise", table.status)


def can_check_table(by: Acting, table: RoleTable) -> Decision:
    return (
        holds(by, "roles.table_draft")
        and ROLE_TABLE.allows("check", table.status)
        and _is_not_backdated(table.effective_from)
        and _is_whole(table)
    )


def can_reopen_table(by: Acting, table: RoleTable) -> Decision:
    return holds(by, "roles.table_draft") and ROLE_TABLE.allows("reopen", table.status)


def can_discard_table(by: Acting, table: RoleTable) -> Decision:
    return holds(by, "roles.table_draft") and ROLE_TABLE.allows("discard", table.status)


def can_approve_table(by: Acting, table: RoleTable) -> Decision:
    return (
        holds(by, "roles.table_approve")
        and ROLE_TABLE.allows("approve", table.status)
        and _somebody_else_drafted(by, table)
        and _is_not_backdated(table.effective_from)
        and _is_the_only_one_of_its_day(table)
        and _is_whole(table)
    )


def can_revoke_table(by: Acting, table: RoleTable) -> Decision:
    """Before its day only: what has begun to hold is replaced by another table, never undone."""
    return (
        holds(by, "roles.table_approve")
        and ROLE_TABLE.allows("revoke", table.status)
        and (
            table.effective_from > clock.today()
            or Denied(_("This table holds already."), _("Draft the next one instead."))
        )
    )


def can_delegate(
    by: Acting, function: str, *, to_body: Body | None = None, to_person: Any = None, on: date | None = None
) -> Decision:
    """A body lends what it holds itself, and to nobody who would then hold both halves of a pair ([2.19])."""
    return (
        holds(by, function)
        and _holds_it_itself(by, function)
        and _goes_together(function, to_body, to_person, on or clock.today())
    )


def _holds_it_itself(by: Acting, function: str) -> Decision:
    """What was borrowed, or comes with a contract, is not lent on."""
    table = RoleTable.objects.in_force(clock.today())
    rows = table.rows.filter(function=function) if table else []
    if any(row.is_open_ended or (by.body and row.body_id == by.body.pk) for row in rows):
        return True
    return Denied(_("Only what the division of roles gives a body may be lent by it."))


def _goes_together(function: str, to_body: Body | None, to_person: Any, day: date) -> Decision:
    people = [to_person.pk] if to_person is not None else []
    if to_body is not None:
        people = list(to_body.members_on(day).values_list("pk", flat=True))
    table = RoleTable.objects.in_force(day)
    rows = table.rows.select_related("body") if table else []
    clash = would_be_in_two_minds(function, people, rows, day)
    return not clash or Denied(
        _("Whoever gets this would also hold “%(other)s”, and no one person may hold both.")
        % {"other": clash[0]},
        _("Lend it to somebody else."),
    )


def can_take_back(by: Acting, lent: Delegation) -> Decision:
    if by.body is not None and by.body.pk == lent.from_body_id and lent.until_on >= clock.today():
        return holds(by, lent.function)
    return Denied(_("Only the body that lent this takes it back, and only while it holds."))


def _is_whole(table: RoleTable) -> Decision:
    gaps = missing(table)
    return not gaps or Denied(_("The table is not complete yet."), gaps[0])


def _is_not_backdated(day: date) -> Decision:
    return day >= clock.today() or Denied(
        _(
            "A table cannot take effect on a day that has passed: past acts are judged by the table of their day."
        ),
        _("Give it a day from today on."),
    )


def _is_the_only_one_of_its_day(table: RoleTable) -> Decision:
    others = RoleTable.objects.decided().filter(effective_from=table.effective_from).exclude(pk=table.pk)
    return not others.exists() or Denied(
        _("Another table takes effect on the same day."), _("Give this one another day.")
    )


def _somebody_else_drafted(by: Acting, table: RoleTable) -> Decision:
    drafted = table.steps.filter(verb__in=["draft", "revise"], person_id=by.person_id)
    return not drafted.exists() or Denied(_("Whoever drafted the table cannot approve it."))


def lendable(by: Acting) -> list[str]:
    """The functions the acting body holds today and could lend."""
    return [code for code in FUNCTIONS if holds(by, code) and _holds_it_itself(by, code)]
