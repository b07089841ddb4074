"""A draft answer from the section's desk to the mayor's: 起案, 合議, 課長の決裁 ([2.10])."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class AnswerStatus(models.TextChoices):
    DRAFTED = "drafted", _("Drafted")
    APPROVED = "approved", _("Approved by the section")
    SENT_BACK = "sent_back", _("Sent back")


ANSWER = Lifecycle(
    "governance.answer",
    AnswerStatus,
    draft=({START}, AnswerStatus.DRAFTED, "responsible section"),
    concur=({AnswerStatus.DRAFTED}, AnswerStatus.DRAFTED, "cooperating section"),
    endorse=({AnswerStatus.DRAFTED}, AnswerStatus.DRAFTED, "a grade below the last of the approval chain"),
    approve=(
        {AnswerStatus.DRAFTED},
        AnswerStatus.APPROVED,
        "the last grade of the approval chain, another person",
    ),
    send_back=(
        {AnswerStatus.DRAFTED, AnswerStatus.APPROVED},
        AnswerStatus.SENT_BACK,
        "responsible or cooperating section | mayor",
    ),
)

TONES = {
    AnswerStatus.DRAFTED: "info",
    AnswerStatus.APPROVED: "success",
    AnswerStatus.SENT_BACK: "warning",
}
