"""Who may write down, and who may put in force, the division of roles (M12)."""

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied

from .holdings import holds
from .lifecycle import ROLE_TABLE
from .models import RoleTable
from .requirements import missing


def can_draft_table(by: Acting) -> Decision:
    return holds(by, "roles.table_draft")


def can_check_table(by: Acting, table: RoleTable) -> Decision:
    return holds(by, "roles.table_draft") and ROLE_TABLE.allows("check", table.status) and _is_whole(table)


def can_reopen_table(by: Acting, table: RoleTable) -> Decision:
    return holds(by, "roles.table_draft") and ROLE_TABLE.allows("reopen", table.status)


def can_approve_table(by: Acting, table: RoleTable) -> Decision:
    return (
        holds(by, "roles.table_approve")
        and ROLE_TABLE.allows("approve", table.status)
        and _somebody_else_drafted(by, table)
        and _is_whole(table)
    )


def _is_whole(table: RoleTable) -> Decision:
    gaps = missing(table)
    return not gaps or Denied(_("The table is not complete yet."), gaps[0])


def _somebody_else_drafted(by: Acting, table: RoleTable) -> Decision:
    drafted = table.steps.filter(verb="draft").first()
    if drafted is None or drafted.person_id != by.person_id:
        return True
    return Denied(_("Whoever drafted the table cannot approve it."))
