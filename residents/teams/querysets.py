"""Words for finding teams."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from portal.foundation import clock


class TeamQuerySet(models.QuerySet[Any]):
    def on(self, day: date) -> TeamQuerySet:
        """Teams that exist on a day, in units that exist on it."""
        lasts = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
        unit_lasts = Q(body__valid_until__isnull=True) | Q(body__valid_until__gte=day)
        return self.filter(lasts, unit_lasts, valid_from__lte=day, body__valid_from__lte=day)

    def in_force(self) -> TeamQuerySet:
        return self.on(clock.today())
