"""Finding reports in words."""

from __future__ import annotations

from typing import Any

from django.db import models

from .lifecycle import WAITING


class FlagQuerySet(models.QuerySet):
    def waiting(self) -> FlagQuerySet:
        return self.filter(status__in=WAITING)

    def in_forum(self, forum: Any) -> FlagQuerySet:
        return self.filter(post__forum_id=forum.pk)

    def by_reporter(self, person: Any) -> FlagQuerySet:
        return self.filter(reporter=person)
