"""Rooms that a changed number would put to rest: their people hear of it before the day, not after."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from communities.posts.models import Post
from communities.rooms.lifecycle import RoomStatus
from communities.rooms.models import Room
from portal.foundation import parameters

INACTIVITY, GRACE = "room.inactivity_days", "room.closure_grace_days"


def rooms_affected(numbers: dict, on: date) -> list[Room]:
    """Rooms that on that day would be dormant, or nearer to closing, only because the number changes.

    Asked before the new numbers are written down, so that the old ones can still be read.
    """
    affected: list[Room] = []
    if INACTIVITY in numbers:
        before = _now(INACTIVITY, on)
        would_rest = _quiet(on, numbers[INACTIVITY])
        rest_anyway = {room.pk for room in _quiet(on, before)} if before else set()
        affected += [room for room in would_rest if room.pk not in rest_anyway]
    if GRACE in numbers and numbers[GRACE] < (_now(GRACE, on) or 0):
        affected += Room.objects.citizen_area().filter(status=RoomStatus.DORMANT)
    return affected


def _quiet(on: date, days: int) -> list[Room]:
    since = timezone.make_aware(datetime.combine(on, time())) - timedelta(days=days)
    return list(Room.objects.open_since_before(since).quiet_since(since, Post.objects.shown()))


def _now(name: str, on: date) -> int | None:
    try:
        return parameters.value(name, on=on)
    except parameters.NotSet:
        return None
