"""Words for finding shelters."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Case, IntegerField, Value, When

from .lifecycle import FULL, OPEN


class ShelterQuerySet(models.QuerySet[Any]):
    def open_first(self) -> ShelterQuerySet:
        """Open ones first, then full ones, then by district and reading."""
        rank = Case(
            When(status=OPEN, then=Value(0)), When(status=FULL, then=Value(1)), default=Value(2),
            output_field=IntegerField(),
        )  # fmt: skip
        return self.annotate(rank=rank).order_by("rank", "district", "kana", "pk")

    def searchable_by(self, person: Any) -> ShelterQuerySet:
        """Where the shelters are is open to everybody."""
        return self.all()
