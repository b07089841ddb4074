"""Dated role tables: function → body; and delegations with their basis."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData, PersonalData
from residents.bodies.models import Body

from .lifecycle import DECIDED, ROLE_TABLE, TONES, RoleTableStatus
from .querysets import DelegationQuerySet, RoleTableQuerySet


class RoleTable(Stepped):
    """One version of the division of roles (役割分担). The latest approved one of a day is in force."""

    lifecycle = ROLE_TABLE
    printed = models.JSONField(default=list, blank=True)
    """The tables of the source it was read from, cell by cell as printed; empty where there is none."""
    title = models.CharField(_("title"), max_length=160)
    effective_from = models.DateField(_("takes effect on"))
    status = models.CharField(max_length=20, choices=RoleTableStatus)
    source = models.CharField(_("source"), max_length=200, blank=True)
    left_open = models.JSONField(default=dict, blank=True)  # function → why nobody is to hold it

    objects = RoleTableQuerySet.as_manager()
    personal_data = NoPersonalData

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["effective_from"],
                condition=Q(status__in=sorted(DECIDED)),
                name="role_table_one_a_day",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("residents:role-table-detail", args=[self.pk])

    @property
    def tone(self) -> str:
        return TONES.get(RoleTableStatus(self.status), "neutral")


class RoleTableStep(Step):
    """History of a role table."""

    subject = models.ForeignKey(RoleTable, on_delete=models.CASCADE, related_name="steps")


class RoleAssignment(models.Model):
    """One row: a function is held by a body, with the cell as printed where there is a source."""

    table = models.ForeignKey(RoleTable, on_delete=models.CASCADE, related_name="rows")
    function = models.CharField(_("function"), max_length=60)
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="functions")
    is_open_ended = models.BooleanField(_("every unit"), default=False)
    in_place_of = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # proposed because that body gave way to this one
    printed_as = models.CharField(max_length=200, blank=True)
    tasks = models.JSONField(default=list, blank=True)

    personal_data = NoPersonalData

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["table", "function", "body"], name="role_assignment_once"),
            models.CheckConstraint(
                condition=Q(body__isnull=False) | Q(is_open_ended=True), name="role_assignment_has_a_holder"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.function}: {self.body or '各部署'}"


class Delegation(models.Model):
    """A function lent to a body or a person for a time, with its basis (委任, 代理)."""

    function = models.CharField(max_length=60)
    from_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="delegations_given")
    to_body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="delegations"
    )
    to_person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="delegations"
    )
    from_on = models.DateField()
    until_on = models.DateField()
    basis = models.CharField(_("basis"), max_length=200)

    objects = DelegationQuerySet.as_manager()
    personal_data = PersonalData(
        controller="city",
        purpose="Who stands in for whom.",
        fields=("to_person",),
        retention="Five years after the end.",
        on_erasure="Kept under the neutral name.",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="delegation_days_in_order")
        ]

    def __str__(self) -> str:
        return f"{self.function} → {self.to_body or self.to_person}"
