"""One takes down what a document shows, another sees it for themselves; only then is a code made out."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class CheckStatus(models.TextChoices):
    RECORDED = "recorded", _("waiting for the second member of staff")
    CONFIRMED = "confirmed", _("code handed over")
    DROPPED = "dropped", _("broken off")


COUNTER_CHECK = Lifecycle(
    "surveys.counter_check",
    CheckStatus,
    record=({START}, CheckStatus.RECORDED, "member of staff"),
    confirm=({CheckStatus.RECORDED}, CheckStatus.CONFIRMED, "second member of staff"),
    drop=({CheckStatus.RECORDED}, CheckStatus.DROPPED, "member of staff"),
)

TONES = {
    CheckStatus.RECORDED: "warning",
    CheckStatus.CONFIRMED: "success",
    CheckStatus.DROPPED: "neutral",
}
