"""One-year contracts whose scope items carry rights; the rights end with the contract's last day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData, PersonalData
from residents.bodies.models import Body

from .lifecycle import CONTRACT, ContractStatus


class Contract(Stepped):
    """An outsourcing contract (業務委託), as a rule from 1 April to 31 March (1年毎の契約)."""

    lifecycle = CONTRACT
    title = models.CharField(_("title"), max_length=200)
    contractor = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="contracts")
    scope_items = models.JSONField(_("scope"), default=list)
    from_on = models.DateField()
    until_on = models.DateField()
    status = models.CharField(max_length=20, choices=ContractStatus)
    terminated_on = models.DateField(null=True, blank=True)

    personal_data = NoPersonalData

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="contract_days_in_order"),
            models.CheckConstraint(
                condition=Q(status=ContractStatus.TERMINATED, terminated_on__isnull=False)
                | (~Q(status=ContractStatus.TERMINATED) & Q(terminated_on__isnull=True)),
                name="contract_terminated_has_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ContractStep(Step):
    """History of a contract."""

    subject = models.ForeignKey(Contract, on_delete=models.CASCADE, related_name="steps")


class GrantQuerySet(models.QuerySet[Any]):
    def on(self, day: date) -> GrantQuerySet:
        """Grants that hold on a day: the contract runs and was not ended before."""
        running = Q(contract__status=ContractStatus.CONCLUDED) | Q(contract__terminated_on__gte=day)
        return self.filter(running, contract__from_on__lte=day, contract__until_on__gte=day).exclude(
            contract__status=ContractStatus.PLANNED
        )


class ContractGrant(models.Model):
    """A function the contract carries, for the whole contractor or one named person (世話人派遣)."""

    contract = models.ForeignKey(Contract, on_delete=models.CASCADE, related_name="grants")
    scope_item = models.CharField(max_length=200)
    function = models.CharField(max_length=60)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="grants"
    )

    objects = GrantQuerySet.as_manager()
    personal_data = PersonalData(
        controller="city",
        purpose="Which person a contractor supplied for a task.",
        fields=("person",),
        retention="Five years after the contract.",
        on_erasure="Kept under the neutral name.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contract", "function", "person"], name="contract_grant_once")
        ]

    def __str__(self) -> str:
        return f"{self.contract}: {self.function}"
