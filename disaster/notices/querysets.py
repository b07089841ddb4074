"""Words for finding emergency notices."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from disaster.mode.lifecycle import DRILL

from .lifecycle import PUBLISHED


class NoticeQuerySet(models.QuerySet[Any]):
    def shown(self) -> NoticeQuerySet:
        """The one on every page, if there is one; a drill's notice goes with the drill."""
        return self.published().filter(Q(is_drill=False) | Q(mode__status=DRILL))

    def published(self) -> NoticeQuerySet:
        """Neither replaced nor withdrawn."""
        return self.filter(status=PUBLISHED)

    def of_episode(self, mode: Any) -> NoticeQuerySet:
        """Notices published since normal mode was left."""
        if mode.opened_at is None:
            return self.none()
        return self.filter(published_at__gte=mode.opened_at, is_drill=mode.is_drill)

    def newest_first(self) -> NoticeQuerySet:
        return self.order_by("-published_at", "-pk")
