"""Words for finding the mode and its history."""

from __future__ import annotations

from typing import Any

from django.db import models

from .lifecycle import NORMAL


class ModeQuerySet(models.QuerySet[Any]):
    def current(self) -> Any:
        """The mode now; a town that never switched is in normal mode."""
        return self.first() or self.model(pk=1, status=NORMAL)

    def locked(self) -> Any:
        """The one row, held until the act is done."""
        self.get_or_create(pk=1, defaults={"status": NORMAL})
        return self.select_for_update().get(pk=1)


class ModeStepQuerySet(models.QuerySet[Any]):
    def newest_first(self) -> ModeStepQuerySet:
        return self.select_related("report").order_by("-at", "-pk")
