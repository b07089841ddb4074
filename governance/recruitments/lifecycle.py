"""The statuses of a recruitment, and the verbs between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class RecruitmentStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    ANNOUNCED = "announced", _("Announced")
    ACCEPTING = "accepting", _("Accepting applications")
    CLOSED = "closed", _("Closed, selecting")
    COMPLETED = "completed", _("Completed")
    CANCELLED = "cancelled", _("Cancelled")


RECRUITMENT = Lifecycle(
    "governance.recruitment",
    RecruitmentStatus,
    plan=({START}, RecruitmentStatus.PLANNED, "secretariat or public relations"),
    revise=({RecruitmentStatus.PLANNED}, RecruitmentStatus.PLANNED, "secretariat or public relations"),
    announce=({RecruitmentStatus.PLANNED}, RecruitmentStatus.ANNOUNCED, "secretariat or public relations"),
    open=({RecruitmentStatus.ANNOUNCED}, RecruitmentStatus.ACCEPTING, "clock"),
    close=({RecruitmentStatus.ACCEPTING}, RecruitmentStatus.CLOSED, "clock"),
    extend=({RecruitmentStatus.CLOSED}, RecruitmentStatus.ACCEPTING, "secretariat"),
    complete=({RecruitmentStatus.CLOSED}, RecruitmentStatus.COMPLETED, "secretariat"),
    cancel=(
        {RecruitmentStatus.PLANNED, RecruitmentStatus.ANNOUNCED, RecruitmentStatus.ACCEPTING},
        RecruitmentStatus.CANCELLED,
        "secretariat",
    ),
)
PUBLISHED_RECRUITMENTS = frozenset(RecruitmentStatus) - {RecruitmentStatus.PLANNED}

TONES = {
    RecruitmentStatus.ANNOUNCED: "info",
    RecruitmentStatus.ACCEPTING: "success",
    RecruitmentStatus.CANCELLED: "warning",
}
