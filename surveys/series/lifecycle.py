"""A series runs from its first wave until it is concluded; then its key is destroyed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class SeriesStatus(models.TextChoices):
    RUNNING = "running", _("running")
    CONCLUDED = "concluded", _("concluded, pseudonyms cut off")


SERIES = Lifecycle(
    "surveys.series",
    SeriesStatus,
    start=({START}, SeriesStatus.RUNNING, "sponsor"),
    add_wave=({SeriesStatus.RUNNING}, SeriesStatus.RUNNING, "sponsor"),
    conclude=({SeriesStatus.RUNNING}, SeriesStatus.CONCLUDED, "sponsor"),
)

TONES = {SeriesStatus.RUNNING: "success", SeriesStatus.CONCLUDED: "neutral"}
