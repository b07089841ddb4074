"""Finding summaries in words."""

from __future__ import annotations

from django.db import models

from .lifecycle import READABLE, SummaryStatus


class SummaryQuerySet(models.QuerySet):
    def in_room(self, room) -> SummaryQuerySet:
        return self.filter(room_id=room.pk)

    def readable(self) -> SummaryQuerySet:
        """What whoever reads the room may read of it."""
        return self.filter(status__in=READABLE)

    def posted(self) -> SummaryQuerySet:
        return self.filter(status=SummaryStatus.POSTED)

    def adopted(self) -> SummaryQuerySet:
        return self.filter(status=SummaryStatus.ADOPTED)
