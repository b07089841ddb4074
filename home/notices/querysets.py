"""Words for finding notices."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from .lifecycle import READABLE, WORK, NoticeStatus


class NoticeQuerySet(PageQuerySet):
    def readable(self) -> NoticeQuerySet:
        """Published or past its period; never a draft, never withdrawn."""
        return self.live().filter(status__in=READABLE)

    def unread(self) -> NoticeQuerySet:
        """What the public cannot read: drafts, what waits for approval, what was discarded or withdrawn."""
        return self.exclude(live=True, status__in=READABLE)

    def current(self) -> NoticeQuerySet:
        """Published and inside its period."""
        return self.live().filter(status=NoticeStatus.PUBLISHED)

    def past(self) -> NoticeQuerySet:
        return self.live().filter(status=NoticeStatus.ARCHIVED)

    def in_language(self, language: str) -> NoticeQuerySet:
        return self.filter(locale__language_code=language)

    def visible_to(self, person: Any) -> NoticeQuerySet:
        """Reading notices is open to everybody (M2), so the reader does not matter."""
        return self.readable()

    searchable_by = visible_to

    def newest_first(self) -> NoticeQuerySet:
        return self.order_by("-published_at", "-pk")

    def for_lists(self) -> NoticeQuerySet:
        """With everything a row shows, and without the long text."""
        return self.select_related("department", "locale").defer("body")

    def of_bodies(self, bodies: Any) -> NoticeQuerySet:
        return self.filter(department__in=bodies)

    def in_work(self) -> NoticeQuerySet:
        return self.filter(status__in=WORK)

    def waiting_in(self, channels: Any) -> NoticeQuerySet:
        """Submitted and waiting for a publisher of these channels, or published in an emergency unreviewed."""
        waiting = self.filter(channel__in=channels)
        return waiting.filter(status=NoticeStatus.IN_REVIEW) | waiting.filter(awaits_review=True)

    def due_for_release(self, moment: datetime) -> NoticeQuerySet:
        return self.filter(status=NoticeStatus.SCHEDULED, publish_from__lte=moment)

    def due_for_archive(self, day: date) -> NoticeQuerySet:
        return self.filter(status=NoticeStatus.PUBLISHED, expires_on__lt=day)

    def expiring_on(self, day: date) -> NoticeQuerySet:
        return self.filter(status=NoticeStatus.PUBLISHED, expires_on=day)


NoticeManager = PageManager.from_queryset(NoticeQuerySet)
