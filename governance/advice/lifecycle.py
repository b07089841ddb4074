"""助言: given by the adviser, taken note of, answered (checklist 83)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class AdviceStatus(models.TextChoices):
    GIVEN = "given", _("Given")
    ACKNOWLEDGED = "acknowledged", _("Taken note of")
    ANSWERED = "answered", _("Answered")


ADVICE = Lifecycle(
    "governance.advice",
    AdviceStatus,
    give=({START}, AdviceStatus.GIVEN, "adviser under contract"),
    acknowledge=({AdviceStatus.GIVEN}, AdviceStatus.ACKNOWLEDGED, "committee member"),
    answer=({AdviceStatus.GIVEN, AdviceStatus.ACKNOWLEDGED}, AdviceStatus.ANSWERED, "committee member"),
)

TONES = {
    AdviceStatus.GIVEN: "info",
    AdviceStatus.ACKNOWLEDGED: "info",
    AdviceStatus.ANSWERED: "success",
}
