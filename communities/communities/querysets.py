"""Finding communities in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from communities.forums.querysets import ForumQuerySet

from .lifecycle import APPLYING, CommunityStatus


class CommunityQuerySet(ForumQuerySet):
    def official(self) -> CommunityQuerySet:
        return self.filter(kind="official_community")

    def general(self) -> CommunityQuerySet:
        return self.filter(kind="general_community")

    def applications(self) -> CommunityQuerySet:
        """On the way to a permit, or refused on that way."""
        return self.official().filter(status__in=[*APPLYING, CommunityStatus.REFUSED])

    def concerning(self, bodies: Any, *, decides: bool) -> CommunityQuerySet:
        """Applications of one's own units; for the permission holder also everybody's sent ones."""
        condition = Q(operating_body__in=bodies)
        if decides:
            condition |= ~Q(status=CommunityStatus.DRAFTING)
        return self.official().filter(condition)

    def due_for_review(self, day: date) -> CommunityQuerySet:
        """Open, and the review date of the permit has come."""
        return self.filter(status=CommunityStatus.OPEN, permit__review_on__lte=day)

    def due_to_end(self, day: date) -> CommunityQuerySet:
        """Closing, and the notice period is over."""
        return self.filter(status=CommunityStatus.CLOSING, closes_on__lte=day)
