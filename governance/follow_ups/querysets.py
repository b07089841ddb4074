"""Which milestones are looked for."""

from __future__ import annotations

from datetime import date

from django.db import models

from governance.proposals.lifecycle import FINAL, FOLLOWED_UP


class MilestoneQuerySet(models.QuerySet):
    def missed(self, day: date) -> MilestoneQuerySet:
        """Their day has passed, and their item is still being carried out."""
        found = self.filter(reached_on__isnull=True, due_on__lt=day)
        return found.filter(item__proposal__status__in=FOLLOWED_UP).exclude(item__progress__in=FINAL)
