"""The life of a role table ([2.19])."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class RoleTableStatus(models.TextChoices):
    DRAFT = "draft", _("Draft")
    CHECKED = "checked", _("Checked")
    APPROVED = "approved", _("Approved, takes effect on its day")


ROLE_TABLE = Lifecycle(
    "residents.role_table",
    RoleTableStatus,
    draft=({START}, RoleTableStatus.DRAFT, "unit that keeps the table"),
    check=({RoleTableStatus.DRAFT}, RoleTableStatus.CHECKED, "unit that keeps the table"),
    reopen=({RoleTableStatus.CHECKED}, RoleTableStatus.DRAFT, "unit that keeps the table"),
    approve=({RoleTableStatus.CHECKED}, RoleTableStatus.APPROVED, "approver of the table"),
)
