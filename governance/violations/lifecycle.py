"""A case is reported, looked into, heard and decided: by a caretaker directly, or by the committee (2.11)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class CaseStatus(models.TextChoices):
    RECEIVED = "received", _("Received")
    INVESTIGATING = "investigating", _("Being looked into")
    URGENT_HIDDEN = "urgent_hidden", _("Post hidden at once, being looked into")
    HEARING = "hearing", _("The person concerned is being heard")
    HEARD = "heard", _("Heard, to be decided")
    REFERRED = "referred", _("Before the committee")
    DISMISSED = "dismissed", _("Unfounded")
    NO_MEASURE = "no_measure", _("Closed without a measure")
    SETTLED = "settled", _("Decided with a measure")


OPEN_CASES = frozenset(
    {
        CaseStatus.RECEIVED,
        CaseStatus.INVESTIGATING,
        CaseStatus.URGENT_HIDDEN,
        CaseStatus.HEARING,
        CaseStatus.HEARD,
        CaseStatus.REFERRED,
    }
)
TOLD = frozenset(CaseStatus) - {CaseStatus.RECEIVED, CaseStatus.INVESTIGATING, CaseStatus.DISMISSED}
"""From here on the person concerned knows of the case and reads it; nothing is done behind their back."""

TONES = {
    CaseStatus.RECEIVED: "warning",
    CaseStatus.INVESTIGATING: "info",
    CaseStatus.URGENT_HIDDEN: "danger",
    CaseStatus.HEARING: "info",
    CaseStatus.HEARD: "warning",
    CaseStatus.REFERRED: "info",
    CaseStatus.SETTLED: "success",
}

CASE = Lifecycle(
    "governance.violation",
    CaseStatus,
    report=({START}, CaseStatus.RECEIVED, "anybody, also without an account"),
    find=({START}, CaseStatus.INVESTIGATING, "caretaker checking the rules (ルールチェック)"),
    take_over=({START}, CaseStatus.URGENT_HIDDEN, "caretaker, of a post hidden for a check"),
    dismiss=(
        {CaseStatus.RECEIVED, CaseStatus.INVESTIGATING, CaseStatus.URGENT_HIDDEN},
        CaseStatus.DISMISSED,
        "caretaker",
    ),
    investigate=({CaseStatus.RECEIVED}, CaseStatus.INVESTIGATING, "caretaker"),
    hide_urgently=({CaseStatus.RECEIVED, CaseStatus.INVESTIGATING}, CaseStatus.URGENT_HIDDEN, "caretaker"),
    open_hearing=({CaseStatus.INVESTIGATING, CaseStatus.URGENT_HIDDEN}, CaseStatus.HEARING, "caretaker"),
    make_statement=({CaseStatus.HEARING}, CaseStatus.HEARD, "person concerned"),
    close_hearing=({CaseStatus.HEARING}, CaseStatus.HEARD, "clock"),
    take_measure=({CaseStatus.HEARD}, CaseStatus.SETTLED, "caretaker (第13条)"),
    refer=({CaseStatus.HEARD}, CaseStatus.REFERRED, "caretaker"),
    sanction=({CaseStatus.REFERRED}, CaseStatus.SETTLED, "committee by resolution (第9条第5号)"),
    close_without_measure=(
        {CaseStatus.HEARD, CaseStatus.REFERRED},
        CaseStatus.NO_MEASURE,
        "caretaker | committee by resolution",
    ),
)
