"""Rooms in which nobody writes: warned, then proposed for closing; woken by a new post ([2.4])."""

from datetime import date, timedelta

from communities.rooms import quiet_actions as rooms
from communities.rooms.lifecycle import RoomStatus
from communities.rooms.models import Room
from communities.rooms.quiet import QuietRule, has_had_its_time, is_quiet_under, rule_in_force
from portal.foundation import clock, parameters
from portal.foundation.acting import CLOCK

from .models import Post


def watch_quiet_rooms() -> int:
    """The period is the rule's (一定期間); while no rule sets it, no room is ever called quiet."""
    try:
        rule = rule_in_force()
    except parameters.NotSet:
        return _wake(list(Room.objects.quiet()))
    today = clock.today()
    woken = _wake([room for room in Room.objects.quiet() if _is_woken(room, rule, today)])
    since = clock.now() - timedelta(days=rule.period)
    to_warn = list(Room.objects.open_since_before(since).quiet_since(since, Post.objects.shown()))
    shortened = [room for room in _dormant() if rule.is_shorter_than_promised(room)]
    for room in shortened:
        rooms.warn_anew(room, by=CLOCK)
    for room in to_warn:
        rooms.warn(room, by=CLOCK)
    to_propose = [room for room in _dormant() if has_had_its_time(room, rule, today)]
    for room in to_propose:
        rooms.propose_closure(room, by=CLOCK)
    return woken + len(shortened) + len(to_warn) + len(to_propose)


def _is_woken(room: Room, rule: QuietRule, today: date) -> bool:
    """Somebody wrote since the warning, or the rule in force asks for a longer silence than there was."""
    return room.posts.shown().filter(written_at__gte=room.warned_at).exists() or not is_quiet_under(
        room, rule, today
    )


def _wake(found: list[Room]) -> int:
    for room in found:
        rooms.revive(room, by=CLOCK)
    return len(found)


def _dormant() -> list[Room]:
    return list(Room.objects.quiet().filter(status=RoomStatus.DORMANT))
