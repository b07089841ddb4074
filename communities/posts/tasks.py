"""Checks that are over; rooms in which nobody writes: warned, then proposed for closing ([2.4])."""

from datetime import datetime, timedelta

from communities.rooms import actions as rooms
from communities.rooms.models import Room
from portal.foundation import clock, parameters
from portal.foundation.acting import CLOCK

from . import actions
from .models import Post


def watch_quiet_rooms() -> int:
    """The period is the rule's (一定期間); while no rule sets it, no room is ever called quiet."""
    try:
        quiet = _ago("room.inactivity_days")
        grace = _ago("room.closure_grace_days")
    except parameters.NotSet:
        return 0
    woken = [room for room in _warned() if room.posts.shown().filter(written_at__gte=room.warned_at).exists()]
    for room in woken:
        rooms.revive(room, by=CLOCK)
    posts = Post.objects.shown()
    to_warn = list(Room.objects.open_since_before(quiet).quiet_since(quiet, posts))
    for room in to_warn:
        rooms.warn(room, by=CLOCK)
    to_propose = list(Room.objects.warned_before(grace))
    for room in to_propose:
        rooms.propose_closure(room, by=CLOCK)
    return len(woken) + len(to_warn) + len(to_propose)


def end_checks() -> int:
    """Posts hidden for a check whose days are over are shown again; a second run finds none."""
    over = list(Post.objects.check_over(clock.today()))
    for post in over:
        actions.end_check(post)
    return len(over)


def _warned() -> list[Room]:
    return list(Room.objects.citizen_area().filter(warned_at__isnull=False, accepts_posts=True))


def _ago(parameter: str) -> datetime:
    return clock.now() - timedelta(days=parameters.value(parameter))
