"""Words for finding bodies and those who belong to them."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from portal.foundation import clock


class BodyQuerySet(models.QuerySet[Any]):
    def on(self, day: Any) -> BodyQuerySet:
        """Bodies that exist on a day."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day), valid_from__lte=day)

    def units(self) -> BodyQuerySet:
        """Units of the city hall, where 各部署 stands in a role table."""
        return self.filter(kind="unit")


class MembershipQuerySet(models.QuerySet[Any]):
    def on(self, day: Any) -> MembershipQuerySet:
        """Memberships that hold on a day; the last day still counts, midnight after it does not."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gte=day), from_on__lte=day)

    def in_force(self) -> MembershipQuerySet:
        """Memberships of today, in bodies that still exist: nobody acts for a body that was dissolved."""
        today = clock.today()
        exists = Q(body__valid_until__isnull=True) | Q(body__valid_until__gte=today)
        return self.on(today).filter(exists, body__valid_from__lte=today)
