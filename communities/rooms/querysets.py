"""Finding rooms in words."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef

from communities.forums.querysets import ForumQuerySet

from .lifecycle import QUIET, WRITABLE, RoomStatus


class RoomQuerySet(ForumQuerySet):
    def city_area(self) -> RoomQuerySet:
        return self.filter(kind="city_room")

    def citizen_area(self) -> RoomQuerySet:
        return self.filter(kind="citizen_room")

    def open_for_posts(self) -> RoomQuerySet:
        return self.filter(status__in=WRITABLE)

    def due_to_end_discussion(self, day: date) -> RoomQuerySet:
        """City-area rooms whose period is over; the last day still belongs to the discussion."""
        return self.city_area().filter(status=RoomStatus.OPEN, closes_on__lt=day)

    def open_since_before(self, moment: datetime) -> RoomQuerySet:
        """Citizen-area rooms old enough to be called quiet at all."""
        return self.citizen_area().filter(status=RoomStatus.OPEN, active_since__lt=moment)

    def quiet(self) -> RoomQuerySet:
        """Warned, proposed for closing, or waiting for the committee's look."""
        return self.citizen_area().filter(status__in=QUIET)

    def archived(self) -> RoomQuerySet:
        """Closed; what was said stays readable."""
        return self.filter(status=RoomStatus.CLOSED)

    def living(self) -> RoomQuerySet:
        return self.exclude(status=RoomStatus.CLOSED)

    def quiet_since(self, moment: datetime, posts: Any) -> RoomQuerySet:
        """Nobody has written since then; the posts are the caller's, rooms do not know them."""
        return self.exclude(Exists(posts.filter(forum=OuterRef("pk"), written_at__gte=moment)))
