"""Words for finding contracts and the rights they carry on a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import Q

from .lifecycle import BINDING, REMINDERS, RUNNING, ContractStatus


class ContractQuerySet(models.QuerySet[Any]):
    def ended_by(self, day: date) -> ContractQuerySet:
        """Their last day has passed and nobody has said so yet."""
        return self.filter(status__in=RUNNING, until_on__lt=day)

    def running_on(self, day: date) -> ContractQuerySet:
        """Concluded, and the day lies within its days; a contract terminated early runs no more."""
        return self.filter(status__in=RUNNING, from_on__lte=day, until_on__gte=day)

    def sends_people(self, day: date) -> ContractQuerySet:
        """Under which somebody can be sent from a day on."""
        return self.filter(status__in=RUNNING, until_on__gte=day).order_by("-until_on", "pk")

    def to_be_renewed(self, day: date, within: int = max(REMINDERS)) -> ContractQuerySet:
        """They end soon and the next year is undecided."""
        soon = day + timedelta(days=within)
        return self.filter(status__in=RUNNING, renewal="", until_on__gte=day, until_on__lte=soon)

    def to_be_settled(self) -> ContractQuerySet:
        """Over, but the certificate of return or destruction is missing."""
        return self.filter(status__in=[ContractStatus.ENDED, ContractStatus.TERMINATED])


class GrantQuerySet(models.QuerySet[Any]):
    def on(self, day: Any) -> GrantQuerySet:
        """Grants that hold on a day: concluded, within the days, and not ended before or on it.

        The last day still counts; a contract terminated early carries nothing from that very day on.
        """
        contract = Q(contract__status__in=BINDING, contract__from_on__lte=day, contract__until_on__gte=day)
        not_ended = Q(contract__terminated_on__isnull=True) | Q(contract__terminated_on__gt=day)
        person = Q(from_on__isnull=True) | Q(from_on__lte=day)
        still = Q(until_on__isnull=True) | Q(until_on__gte=day)
        return self.filter(contract, not_ended, person, still)
