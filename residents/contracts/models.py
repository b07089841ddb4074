"""One-year contracts whose scope items carry rights; the rights end with the contract's last day."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData, PersonalData
from residents.bodies.models import Body

from .lifecycle import CONTRACT, RUNNING, TONES, Clause, ContractStatus, Renewal
from .querysets import ContractQuerySet, GrantQuerySet


class Contract(Stepped):
    """An outsourcing contract (業務委託), as a rule from 1 April to 31 March (1年毎の契約)."""

    class Procurement(models.TextChoices):
        BID = "bid", _("By bid")
        NEGOTIATED = "negotiated", _("By negotiation")

    lifecycle = CONTRACT
    title = models.CharField(_("title"), max_length=200)
    number = models.CharField(_("contract number"), max_length=60, blank=True)
    contractor = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="contracts")
    scope_items = models.JSONField(_("scope"), default=list)
    procurement = models.CharField(_("procurement"), max_length=20, choices=Procurement, blank=True)
    amount = models.PositiveBigIntegerField(_("amount (yen)"), null=True, blank=True)
    from_on = models.DateField()
    until_on = models.DateField()
    status = models.CharField(max_length=20, choices=ContractStatus)
    terminated_on = models.DateField(null=True, blank=True)
    renews = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="renewed_by"
    )
    renewal = models.CharField(_("next year"), max_length=20, choices=Renewal, blank=True)
    certificate_number = models.CharField(_("number of the certificate"), max_length=60, blank=True)
    certificate_on = models.DateField(_("date of the certificate"), null=True, blank=True)

    objects = ContractQuerySet.as_manager()
    personal_data = NoPersonalData

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="contract_days_in_order"),
            models.CheckConstraint(
                condition=Q(status=ContractStatus.TERMINATED, terminated_on__isnull=False)
                | Q(status=ContractStatus.SETTLED)
                | (
                    ~Q(status__in=[ContractStatus.TERMINATED, ContractStatus.SETTLED])
                    & Q(terminated_on__isnull=True)
                ),
                name="contract_terminated_has_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(status=ContractStatus.SETTLED)
                | (Q(certificate_on__isnull=False) & ~Q(certificate_number="")),
                name="contract_settled_has_a_certificate",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("residents:contract-detail", args=[self.pk])

    @property
    def is_ahead_or_running(self) -> bool:
        return self.status in RUNNING and self.until_on >= clock.today()

    @property
    def tone(self) -> str:
        return TONES.get(ContractStatus(self.status), "neutral")


class ContractStep(Step):
    """History of a contract."""

    subject = models.ForeignKey(Contract, on_delete=models.CASCADE, related_name="steps")


class ContractClause(models.Model):
    """One line of the clause checklist: where the contract says it, since when that is known."""

    contract = models.ForeignKey(Contract, on_delete=models.CASCADE, related_name="clauses")
    clause = models.CharField(_("clause"), max_length=30, choices=Clause)
    is_needed = models.BooleanField(_("needed"), default=True)
    evidence = models.CharField(_("evidence"), max_length=200)
    checked_on = models.DateField(_("checked on"))

    personal_data = NoPersonalData

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contract", "clause"], name="contract_clause_once")]

    def __str__(self) -> str:
        return f"{self.contract}: {self.clause}"


class ContractGrant(models.Model):
    """A function the contract carries, for the whole contractor or one named person (世話人派遣).

    Its own days are set only when a named person is replaced in the middle of the contract.
    """

    contract = models.ForeignKey(Contract, on_delete=models.CASCADE, related_name="grants")
    scope_item = models.CharField(max_length=200)
    function = models.CharField(max_length=60)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="grants"
    )
    from_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)

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
            models.UniqueConstraint(
                fields=["contract", "function", "person", "from_on"], name="contract_grant_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.contract}: {self.function}"
