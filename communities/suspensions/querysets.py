"""Finding suspensions in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from .lifecycle import SuspensionStatus


class SuspensionQuerySet(models.QuerySet):
    def binding(self, person: Any, on: date) -> SuspensionQuerySet:
        """What binds a person on a day: a suspension is over the day after its last, whatever the worker did."""
        running = Q(until_on__isnull=True) | Q(until_on__gte=on)
        return self.filter(running, person=person, starts_on__lte=on, status=SuspensionStatus.IN_EFFECT)
