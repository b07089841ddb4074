"""The statuses of a seat and of an office, and the verbs between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class SeatStatus(models.TextChoices):
    COMMISSIONED = "commissioned", _("Commissioned, term not yet begun")
    SERVING = "serving", _("Serving")
    RESIGNING = "resigning", _("Resignation handed in")
    UNDER_REVIEW = "under_review", _("Eligibility under review")
    ENDED = "ended", _("Ended")


AT_WORK = frozenset({SeatStatus.SERVING, SeatStatus.RESIGNING, SeatStatus.UNDER_REVIEW})
IN_FORCE = AT_WORK | {SeatStatus.COMMISSIONED}
SEAT = Lifecycle(
    "governance.seat",
    SeatStatus,
    commission=({START}, SeatStatus.COMMISSIONED, "mayor"),
    begin=({SeatStatus.COMMISSIONED}, SeatStatus.SERVING, "clock"),
    resign=(
        {SeatStatus.COMMISSIONED, SeatStatus.SERVING, SeatStatus.UNDER_REVIEW},
        SeatStatus.RESIGNING,
        "member",
    ),
    accept_resignation=({SeatStatus.RESIGNING}, SeatStatus.ENDED, "mayor"),
    question=({SeatStatus.SERVING}, SeatStatus.UNDER_REVIEW, "secretariat"),
    uphold=({SeatStatus.UNDER_REVIEW}, SeatStatus.SERVING, "mayor"),
    disqualify=({SeatStatus.UNDER_REVIEW}, SeatStatus.ENDED, "mayor"),
    dismiss=(IN_FORCE, SeatStatus.ENDED, "mayor"),
    expire=(AT_WORK, SeatStatus.ENDED, "clock"),
)


class SeatEnd(models.TextChoices):
    """Why a seat ended (2.7)."""

    EXPIRED = "expired", _("Term ended")
    RESIGNED = "resigned", _("Resigned")
    DISMISSED = "dismissed", _("Dismissed")
    INELIGIBLE = "ineligible", _("No longer eligible")


class OfficeStatus(models.TextChoices):
    HELD = "held", _("In office")
    ENDED = "ended", _("Left office")


OFFICE = Lifecycle(
    "governance.office",
    OfficeStatus,
    choose=({START}, OfficeStatus.HELD, "committee, or mayor where the setting says so"),
    step_down=({OfficeStatus.HELD}, OfficeStatus.ENDED, "holder"),
    vacate=({OfficeStatus.HELD}, OfficeStatus.ENDED, "clock"),
)


class OfficeKind(models.TextChoices):
    """運営委員長 1人 and 副委員長 2人."""

    CHAIR = "chair", _("Chair")
    VICE_CHAIR = "vice_chair", _("Vice-chair")


class OfficeChoice(models.TextChoices):
    """How chair and vice-chairs are chosen; the guideline does not say, so a rule must (1.K 139)."""

    MUTUAL_ELECTION = "mutual_election", _("Elected by the members from among themselves")
    APPOINTMENT = "appointment", _("Appointed by the mayor")
