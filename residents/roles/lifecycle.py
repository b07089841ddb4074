"""The life of a role table ([2.19])."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class RoleTableStatus(models.TextChoices):
    DRAFT = "draft", _("Draft")
    CHECKED = "checked", _("Checked")
    APPROVED = "approved", _("Approved, takes effect on its day")
    IN_FORCE = "in_force", _("In force")
    SUPERSEDED = "superseded", _("Superseded")
    DISCARDED = "discarded", _("Discarded")


ROLE_TABLE = Lifecycle(
    "residents.role_table",
    RoleTableStatus,
    draft=({START}, RoleTableStatus.DRAFT, "unit that keeps the table"),
    revise=({RoleTableStatus.DRAFT}, RoleTableStatus.DRAFT, "unit that keeps the table"),
    check=({RoleTableStatus.DRAFT}, RoleTableStatus.CHECKED, "unit that keeps the table"),
    reopen=({RoleTableStatus.CHECKED}, RoleTableStatus.DRAFT, "unit that keeps the table"),
    discard=(
        {RoleTableStatus.DRAFT, RoleTableStatus.CHECKED},
        RoleTableStatus.DISCARDED,
        "unit that keeps the table",
    ),
    approve=({RoleTableStatus.CHECKED}, RoleTableStatus.APPROVED, "approver of the table"),
    revoke=({RoleTableStatus.APPROVED}, RoleTableStatus.DRAFT, "approver of the table"),
    take_effect=({RoleTableStatus.APPROVED}, RoleTableStatus.IN_FORCE, "clock"),
    supersede=({RoleTableStatus.IN_FORCE}, RoleTableStatus.SUPERSEDED, "clock"),
)

DECIDED = (RoleTableStatus.APPROVED, RoleTableStatus.IN_FORCE, RoleTableStatus.SUPERSEDED)
"""Approved once: such a table judges every act from its day until the day of the next."""

TONES = {
    RoleTableStatus.CHECKED: "info",
    RoleTableStatus.APPROVED: "info",
    RoleTableStatus.IN_FORCE: "success",
    RoleTableStatus.DISCARDED: "warning",
}
