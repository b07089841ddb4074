"""The statuses of a recruitment and of an application, and the verbs between them."""

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
    announce=({RecruitmentStatus.PLANNED}, RecruitmentStatus.ANNOUNCED, "secretariat or public relations"),
    open=({RecruitmentStatus.ANNOUNCED}, RecruitmentStatus.ACCEPTING, "clock"),
    close=({RecruitmentStatus.ACCEPTING}, RecruitmentStatus.CLOSED, "clock"),
    complete=({RecruitmentStatus.CLOSED}, RecruitmentStatus.COMPLETED, "secretariat"),
    cancel=(
        {RecruitmentStatus.PLANNED, RecruitmentStatus.ANNOUNCED, RecruitmentStatus.ACCEPTING},
        RecruitmentStatus.CANCELLED,
        "secretariat",
    ),
)
PUBLISHED_RECRUITMENTS = frozenset(RecruitmentStatus) - {RecruitmentStatus.PLANNED}


class ApplicationStatus(models.TextChoices):
    SUBMITTED = "submitted", _("Submitted")
    RECOMMENDED = "recommended", _("Recommended")
    NOT_RECOMMENDED = "not_recommended", _("Not recommended")
    SELECTED = "selected", _("Selected")
    NOT_SELECTED = "not_selected", _("Not selected")
    COMMISSIONED = "commissioned", _("Commissioned")
    WITHDRAWN = "withdrawn", _("Application withdrawn")


APPLICATION = Lifecycle(
    "governance.seat_application",
    ApplicationStatus,
    submit=({START}, ApplicationStatus.SUBMITTED, "applicant"),
    recommend=({ApplicationStatus.SUBMITTED}, ApplicationStatus.RECOMMENDED, "selection committee"),
    set_aside=({ApplicationStatus.SUBMITTED}, ApplicationStatus.NOT_RECOMMENDED, "selection committee"),
    select=({ApplicationStatus.RECOMMENDED}, ApplicationStatus.SELECTED, "mayor"),
    decline=(
        {ApplicationStatus.RECOMMENDED, ApplicationStatus.NOT_RECOMMENDED},
        ApplicationStatus.NOT_SELECTED,
        "mayor",
    ),
    commission=({ApplicationStatus.SELECTED}, ApplicationStatus.COMMISSIONED, "mayor"),
    withdraw=(
        {ApplicationStatus.SUBMITTED, ApplicationStatus.RECOMMENDED, ApplicationStatus.SELECTED},
        ApplicationStatus.WITHDRAWN,
        "applicant",
    ),
)

TONES = {
    RecruitmentStatus.ANNOUNCED: "info",
    RecruitmentStatus.ACCEPTING: "success",
    RecruitmentStatus.CANCELLED: "warning",
}
