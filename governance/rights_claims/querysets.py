"""The words in which claims are looked for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from governance.violations.querysets import time_to_remind

from .lifecycle import ASKED, OPEN_CLAIMS, ClaimStatus


class ClaimQuerySet(models.QuerySet):
    def open(self) -> ClaimQuerySet:
        return self.filter(status__in=OPEN_CLAIMS)

    def closed(self) -> ClaimQuerySet:
        return self.exclude(status__in=OPEN_CLAIMS)

    def about(self, post: Any) -> ClaimQuerySet:
        return self.filter(post=post)

    def concerning(self, person: Any) -> ClaimQuerySet:
        """Claims about a person's posts of which they have been asked."""
        return self.filter(author=person, status__in=ASKED)

    def inquiry_over(self, on: date) -> ClaimQuerySet:
        """The author has had their days."""
        return self.filter(status=ClaimStatus.INQUIRED, reply_until__lt=on)

    def to_remind(self, near: date, today: date, again: date | None) -> ClaimQuerySet:
        return self.open().filter(time_to_remind(near, today, again))

    def to_erase(self, settled_until: date) -> ClaimQuerySet:
        """Decided so long ago that names, words and evidence have to go."""
        return self.closed().filter(settled_at__date__lte=settled_until, erased_on__isnull=True)

    def with_words(self) -> ClaimQuerySet:
        """Everything a page prints, in one query."""
        return self.select_related("author", "claimant", "evidence", "post__thread", "post__forum")
