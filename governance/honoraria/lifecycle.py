"""The statuses of a payment list, and the verbs between them (2.22)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle

from .accrual import EMPLOYMENT_INCOME, MAY_STAY_UNTAXED


class ListStatus(models.TextChoices):
    DRAFTED = "drafted", _("Drafted")
    CHECKED = "checked", _("Checked")
    APPROVED = "approved", _("Approved")
    PAID = "paid", _("Paid")
    REPORTED = "reported", _("Tax slips issued")
    DISCARDED = "discarded", _("Discarded")


HONORARIUM_LIST = Lifecycle(
    "governance.honorarium_list",
    ListStatus,
    draft=({START}, ListStatus.DRAFTED, "secretariat"),
    check=({ListStatus.DRAFTED}, ListStatus.CHECKED, "secretariat, another person"),
    approve=({ListStatus.CHECKED}, ListStatus.APPROVED, "mayor"),
    pay=({ListStatus.APPROVED}, ListStatus.PAID, "secretariat"),
    report=({ListStatus.PAID}, ListStatus.REPORTED, "secretariat"),
    discard=({ListStatus.DRAFTED, ListStatus.CHECKED}, ListStatus.DISCARDED, "secretariat"),
)

TONES = {
    ListStatus.APPROVED: "info",
    ListStatus.PAID: "success",
    ListStatus.REPORTED: "success",
    ListStatus.CHECKED: "info",
}


class PaymentKind(models.TextChoices):
    """What the payment is in law: the overview of the source says 報酬, the detailed table 謝礼 (1.L 149)."""

    HONORARIUM = "honorarium", _("Honorarium (from the fund for honoraria)")
    REMUNERATION = "remuneration", _("Remuneration (under an ordinance)")


class Entitlement(models.TextChoices):
    """What is paid for."""

    CHAIR = "chair", _("Chair")
    VICE_CHAIR = "vice_chair", _("Vice-chair")
    MEMBER = "member", _("Committee member")
    FACILITATOR = "facilitator", _("Facilitator")


class TaxCategory(models.TextChoices):
    EMPLOYMENT_INCOME = EMPLOYMENT_INCOME, _("Employment income, tax withheld")
    MAY_STAY_UNTAXED = MAY_STAY_UNTAXED, _("May stay untaxed")


class Withholding(models.TextChoices):
    """源泉徴収区分: column A for whoever lodged a declaration with the city (所得税法第194条), else column B."""

    KOU = "kou", _("Column A (declaration lodged)")
    OTSU = "otsu", _("Column B (second employer)")
    NONE = "none", _("Nothing withheld")


class ExemptionKind(models.TextChoices):
    """Why a person's year comes to nothing (2.22)."""

    WAIVED = "waived", _("Waived by the person")
    SUSPENDED = "suspended", _("Payment suspended")


class PartYearRule(models.TextChoices):
    """What a part of a year earns. The guideline does not say (1.K 144)."""

    NONE = "none", _("paid whole")
    MONTHLY = "monthly", _("paid by the month")
    HALF_YEAR = "half_year", _("half for up to six months")
