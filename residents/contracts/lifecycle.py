"""The life of a contract ([2.18], thin: renewal and inspection come with the register)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class ContractStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    CONCLUDED = "concluded", _("Concluded")
    TERMINATED = "terminated", _("Terminated early")


CONTRACT = Lifecycle(
    "residents.contract",
    ContractStatus,
    propose=({START}, ContractStatus.PLANNED, "unit that needs it"),
    conclude=({ContractStatus.PLANNED}, ContractStatus.CONCLUDED, "mayor"),
    terminate=({ContractStatus.CONCLUDED}, ContractStatus.TERMINATED, "mayor"),
)
