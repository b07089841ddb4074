"""Finding proposed rules in words."""

from __future__ import annotations

from typing import Any

from django.db import models

from .lifecycle import RoomRuleStatus


class RoomRuleQuerySet(models.QuerySet):
    def in_room(self, room: Any) -> RoomRuleQuerySet:
        return self.filter(room_id=room.pk)

    def waiting(self) -> RoomRuleQuerySet:
        return self.filter(status=RoomRuleStatus.PROPOSED)

    def before_the_committee(self) -> RoomRuleQuerySet:
        """In the city area there is no opener; the committee decides."""
        return self.waiting().filter(room__kind="city_room")
