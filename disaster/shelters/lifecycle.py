"""The life of a shelter while a disaster lasts. Being on the list is not being open."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class ShelterStatus(models.TextChoices):
    CLOSED = "closed", _("Not known to be open")
    OPEN = "open", _("Open for evacuees")
    FULL = "full", _("Full, takes nobody more")


CLOSED, OPEN, FULL = ShelterStatus

SHELTER = Lifecycle(
    "disaster.shelter",
    ShelterStatus,
    designate=({START}, CLOSED, "disaster unit"),
    open=({CLOSED, FULL}, OPEN, "holder of disaster information"),
    fill=({OPEN}, FULL, "holder of disaster information"),
    close=({OPEN, FULL}, CLOSED, "holder of disaster information"),
)
