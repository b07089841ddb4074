"""The words in which comment periods are looked for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from .lifecycle import CommentPeriodStatus


class CommentPeriodQuerySet(models.QuerySet[Any]):
    def about(self, rule: Any, amendment: Any = None) -> CommentPeriodQuerySet:
        return self.filter(rule=rule, amendment=amendment)

    def due_to_close(self, day: date) -> CommentPeriodQuerySet:
        """Their last day has passed, or the draft was decided or taken back meanwhile."""
        return self.filter(status=CommentPeriodStatus.OPEN).filter(Q(closes_on__lt=day) | _DECIDED)

    def due_to_publish(self) -> CommentPeriodQuerySet:
        """The draft has been decided about: what was made of the comments is public with it."""
        return self.filter(_DECIDED, status=CommentPeriodStatus.CLOSED)

    def in_the_way(self) -> CommentPeriodQuerySet:
        """A decision cannot be made yet: comments still come in, or some have no answer."""
        comments = self.model.comments.rel.related_model.objects
        unanswered = comments.filter(period=OuterRef("pk"), groups__isnull=True)
        return self.filter(Q(status=CommentPeriodStatus.OPEN) | Exists(unanswered))


_DECIDED = ~Q(rule__status="proposed", amendment__isnull=True) & ~Q(amendment__status="proposed")
