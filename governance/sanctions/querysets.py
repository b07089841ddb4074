"""The words in which sanctions are looked for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from .lifecycle import COUNTED, SanctionKind, SanctionStatus


class SanctionQuerySet(models.QuerySet):
    def over(self, on: date) -> SanctionQuerySet:
        """Their last day has passed."""
        return self.filter(status=SanctionStatus.IN_EFFECT, ends_on__lt=on)

    def earlier_suspensions(self, person: Any, since: date) -> SanctionQuerySet:
        """What the ladder counts."""
        return self.filter(
            case__subject=person, kind=SanctionKind.SUSPENSION, status__in=COUNTED, starts_on__gte=since
        )

    def direct(self) -> SanctionQuerySet:
        """What the committee's list shows of direct handling (第13条)."""
        return self.filter(is_direct=True)

    def with_words(self) -> SanctionQuerySet:
        return self.select_related("rule_version__rule", "resolution__term", "suspension", "case__post")
