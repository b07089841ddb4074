"""Words for finding official information."""

from __future__ import annotations

from typing import Any

from django.db import models

from .lifecycle import POSTED


class InformationQuerySet(models.QuerySet[Any]):
    def of_episode(self, mode: Any) -> InformationQuerySet:
        """Posted since normal mode was left; a drill sees the drill's lines only, and the other way round."""
        if mode.opened_at is None:
            return self.none()
        return self.filter(posted_at__gte=mode.opened_at, is_drill=mode.is_drill)

    def shown_in(self, mode: Any) -> InformationQuerySet:
        """What the light page lists now, newest first."""
        shown = self.of_episode(mode).filter(status=POSTED).select_related("source")
        return shown.order_by("-posted_at", "-pk")
