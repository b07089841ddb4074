"""Finding facilitators in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from .lifecycle import ACCEPTING, FacilitatorStatus


class FacilitatorQuerySet(models.QuerySet):
    def accepting(self) -> FacilitatorQuerySet:
        """Accepted or already in office; nominations do not count (第14条)."""
        return self.filter(status__in=ACCEPTING)

    def in_hand(self) -> FacilitatorQuerySet:
        """Named, accepted or in office: whoever chairs, will chair, or still has to answer."""
        return self.filter(status__in={FacilitatorStatus.NOMINATED, *ACCEPTING})

    def served(self) -> FacilitatorQuerySet:
        """In office now or earlier; an archive says who chaired."""
        return self.filter(
            status__in={FacilitatorStatus.ACTIVE, FacilitatorStatus.ENDED}, begins_on__isnull=False
        )

    def active(self) -> FacilitatorQuerySet:
        return self.filter(status=FacilitatorStatus.ACTIVE)

    def contract_over(self, day: date) -> FacilitatorQuerySet:
        """In hand, but the contract under which they were sent carries nothing on that day."""
        over = Q(contract__until_on__lt=day) | Q(contract__terminated_on__lte=day)
        return self.in_hand().filter(over)

    def waiting_for(self, person: Any) -> FacilitatorQuerySet:
        """Nominations this person has not answered."""
        return self.filter(person=person, status=FacilitatorStatus.NOMINATED)

    def in_office_between(self, first: date, last: date) -> FacilitatorQuerySet:
        """In office on at least one day of a period; what an honorarium is counted from."""
        return self.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=first),
            begins_on__lte=last,
            status__in=[FacilitatorStatus.ACTIVE, FacilitatorStatus.ENDED],
        )
