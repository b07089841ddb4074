"""Words for finding what was in force on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models


class RoleTableQuerySet(models.QuerySet[Any]):
    def in_force(self, day: date) -> Any:
        """The table of a day, or ``None``; a past act is judged by the table of its day."""
        return self.filter(status="approved", effective_from__lte=day).order_by("-effective_from").first()


class DelegationQuerySet(models.QuerySet[Any]):
    def on(self, day: date) -> DelegationQuerySet:
        return self.filter(from_on__lte=day, until_on__gte=day)
