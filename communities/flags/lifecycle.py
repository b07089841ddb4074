"""A report is raised, looked into, and answered; cases and sanctions are the committee's matter."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class FlagStatus(models.TextChoices):
    RAISED = "raised", _("Report received")
    IN_REVIEW = "in_review", _("Being looked into")
    PASSED_ON = "passed_on", _("With the caretakers")
    UPHELD = "upheld", _("Dealt with")
    DISMISSED = "dismissed", _("No measure taken")


WAITING = frozenset({FlagStatus.RAISED, FlagStatus.IN_REVIEW, FlagStatus.PASSED_ON})

TONES = {
    FlagStatus.RAISED: "info",
    FlagStatus.IN_REVIEW: "info",
    FlagStatus.PASSED_ON: "info",
    FlagStatus.UPHELD: "success",
}

FLAG = Lifecycle(
    "communities.flag",
    FlagStatus,
    report=({START}, FlagStatus.RAISED, "anybody, also without an account"),
    take_up=({FlagStatus.RAISED}, FlagStatus.IN_REVIEW, "manager | facilitator | caretaker"),
    pass_on=({FlagStatus.RAISED, FlagStatus.IN_REVIEW}, FlagStatus.PASSED_ON, "manager | facilitator"),
    uphold=(WAITING, FlagStatus.UPHELD, "manager | facilitator | caretaker"),
    dismiss=(WAITING, FlagStatus.DISMISSED, "manager | facilitator | caretaker"),
)
