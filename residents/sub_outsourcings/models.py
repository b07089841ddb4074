"""Which part of a contract somebody else does, and on which conditions the city consented (再委託)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData
from residents.contracts.models import Contract

from .lifecycle import SUB_OUTSOURCING, TONES, SubOutsourcingStatus


class SubOutsourcing(Stepped):
    """One request; without the city's consent a contractor gives no part of the work away.

    The consent gives nobody a right in the portal: rights come with the contract alone, and a consent
    is worth nothing after the contract's last day.
    """

    lifecycle = SUB_OUTSOURCING

    contract = models.ForeignKey(Contract, on_delete=models.CASCADE, related_name="sub_outsourcings")
    status = models.CharField(max_length=20, choices=SubOutsourcingStatus)
    subcontractor = models.CharField(_("who would do the work"), max_length=200)
    work = models.TextField(_("which part of the work"), max_length=1000)
    reason = models.TextField(_("why somebody else has to do it"), max_length=1000)
    safeguards = models.TextField(_("how the clauses bind the other side too"), max_length=1000)
    touches_personal_data = models.BooleanField(_("personal data are handed over"), default=False)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"))
    conditions = models.TextField(_("conditions of the consent"), max_length=1000, blank=True)

    personal_data = NoPersonalData

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")), name="sub_outsourcing_days_in_order"
            ),
            models.CheckConstraint(
                condition=~Q(subcontractor="") & ~Q(work="") & ~Q(safeguards=""),
                name="sub_outsourcing_says_who_what_and_how",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract}: {self.subcontractor}"

    def get_absolute_url(self) -> str:
        return f"{self.contract.get_absolute_url()}#sub-outsourcing"

    @property
    def tone(self) -> str:
        return TONES[SubOutsourcingStatus(self.status)]


class SubOutsourcingStep(Step):
    """Asked, decided, withdrawn: when, by whom, why."""

    subject = models.ForeignKey(SubOutsourcing, on_delete=models.CASCADE, related_name="steps")
