"""The life of one line in the list of official information."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class InformationStatus(models.TextChoices):
    POSTED = "posted", _("Shown on the pages")
    RETRACTED = "retracted", _("Retracted")


POSTED, RETRACTED = InformationStatus

INFORMATION = Lifecycle(
    "disaster.information",
    InformationStatus,
    post=({START}, POSTED, "disaster unit, public relations, any unit"),
    retract=({POSTED}, RETRACTED, "the unit that posted it, disaster unit"),
)
