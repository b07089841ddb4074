"""A suspension is imposed by those who decided it; it is lifted, or it ends on its day."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class SuspensionStatus(models.TextChoices):
    IN_EFFECT = "in_effect", _("In effect")
    LIFTED = "lifted", _("Lifted")
    ENDED = "ended", _("Over")


SUSPENSION = Lifecycle(
    "communities.suspension",
    SuspensionStatus,
    impose=({START}, SuspensionStatus.IN_EFFECT, "committee by resolution | caretaker, in one place"),
    lift=({SuspensionStatus.IN_EFFECT}, SuspensionStatus.LIFTED, "those who examine the objection"),
    end=({SuspensionStatus.IN_EFFECT}, SuspensionStatus.ENDED, "clock"),
)
