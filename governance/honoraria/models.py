"""The secretariat's list of honoraria for a fiscal year, and its lines."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.foundation.models import Step, Stepped
from portal.foundation.numbered import Numbered
from portal.foundation.privacy import NoPersonalData, PersonalData
from portal.foundation.sealing import SealedTextField
from residents.models import Body

from . import querysets
from .lifecycle import (
    HONORARIUM_LIST,
    TONES,
    Entitlement,
    ExemptionKind,
    ListStatus,
    PaymentKind,
    TaxCategory,
    Withholding,
)

AFTER_PAYMENT = (ListStatus.PAID, ListStatus.REPORTED)


class HonorariumList(Stepped):
    """謝礼の支払名簿: drafted, checked by a second person, approved by the mayor, paid, reported (2.22)."""

    lifecycle = HONORARIUM_LIST
    personal_data = NoPersonalData

    status = models.CharField(max_length=20, choices=ListStatus, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="honorarium_lists")
    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"))
    kind = models.CharField(
        _("kind of payment"), max_length=20, choices=PaymentKind, default=PaymentKind.HONORARIUM
    )
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    reported_on = models.DateField(_("tax slips issued on"), null=True, blank=True)

    objects = querysets.HonorariumListQuerySet.as_manager()

    class Meta:
        ordering = ["-fiscal_year", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "fiscal_year"],
                condition=~Q(status=ListStatus.DISCARDED),
                name="one_honorarium_list_per_year",
            ),
            models.CheckConstraint(
                condition=Q(status__in=AFTER_PAYMENT, paid_on__isnull=False)
                | (~Q(status__in=AFTER_PAYMENT) & Q(paid_on__isnull=True)),
                name="paid_list_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(status=ListStatus.REPORTED, reported_on__isnull=False)
                | (~Q(status=ListStatus.REPORTED) & Q(reported_on__isnull=True)),
                name="reported_list_has_a_day",
            ),
        ]

    def __str__(self):
        return f"{self.body} {self.fiscal_year}"

    @property
    def tone(self) -> str:
        return TONES.get(self.status, "neutral")

    def get_absolute_url(self) -> str:
        return reverse("governance:honorarium-detail", args=[self.pk])


class HonorariumListStep(Step):
    subject = models.ForeignKey(HonorariumList, on_delete=models.CASCADE, related_name="steps")


class HonorariumLine(models.Model):
    """What one person earns for one thing in that year, and under which tax category."""

    personal_data = PersonalData(
        controller="city",
        purpose="to pay the honorarium and report it to the tax office",
        fields=("person", "amount"),
        retention="seven years after payment",
        on_erasure="kept until the retention ends, then deleted",
    )

    list = models.ForeignKey(HonorariumList, on_delete=models.CASCADE, related_name="lines")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    entitlement = models.CharField(_("paid for"), max_length=20, choices=Entitlement)
    months = models.PositiveSmallIntegerField(_("months"))
    amount = models.PositiveIntegerField(_("amount (yen)"))
    tax_category = models.CharField(_("tax"), max_length=20, choices=TaxCategory)
    withholding = models.CharField(
        _("withholding"), max_length=20, choices=Withholding, default=Withholding.NONE
    )
    withheld = models.PositiveIntegerField(_("withheld (yen)"), default=0)
    remark = models.CharField(_("remark"), max_length=200, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return f"{self.person} {self.amount}"

    @property
    def net(self) -> int:
        """What leaves the town's account."""
        return self.amount - self.withheld


class TaxDeclaration(models.Model):
    """扶養控除等(異動)申告書: lodged with the city for a year, and so with no other employer (所得税法第194条)."""

    personal_data = PersonalData(
        controller="city",
        purpose="which column of the withholding table applies to a person",
        fields=("person",),
        retention="seven years after the year, as the declaration itself",
        on_erasure="kept until the retention ends, then deleted",
    )

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"))
    lodged_on = models.DateField(_("lodged on"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "person", "fiscal_year"], name="tax_declaration_once_a_year"
            )
        ]

    def __str__(self):
        return f"{self.person} {self.fiscal_year}"


class HonorariumExemption(Numbered):
    """A person's honoraria of a year come to nothing: waived by them, or suspended, with the reason."""

    personal_data = PersonalData(
        controller="city",
        purpose="why nothing is paid",
        fields=("person", "reason"),
        retention="seven years after the fiscal year",
        on_erasure="kept until the retention ends, then deleted",
    )

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"))
    kind = models.CharField(_("kind"), max_length=20, choices=ExemptionKind)
    reason = SealedTextField(_("reason"), purpose="governance.honorarium_exemption", given_by="person_id")
    recorded_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "person", "fiscal_year"], name="honorarium_exemption_once_a_year"
            )
        ]

    def __str__(self):
        return f"{self.person} {self.fiscal_year}"
