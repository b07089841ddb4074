"""Finding handovers in words."""

from __future__ import annotations

from typing import Any

from django.db import models

from .lifecycle import HandoverStatus


class HandoverQuerySet(models.QuerySet):
    def waiting(self) -> HandoverQuerySet:
        """Offered and not answered."""
        return self.filter(status=HandoverStatus.OFFERED)

    def of(self, community: Any) -> HandoverQuerySet:
        return self.filter(community_id=community.pk)
