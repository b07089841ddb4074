"""When a citizen-area room is quiet (一定期間発言がない): the rule in force on a day, and what a warning promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from portal.foundation import parameters

if TYPE_CHECKING:
    from .models import Room


@dataclass(frozen=True)
class QuietRule:
    """After how many days without a post a room is warned, how long it then has, and which rule says so."""

    period: int
    grace: int
    basis: str

    def is_shorter_than_promised(self, room: Room) -> bool:
        """Whether a room was warned under longer numbers, so that it must be warned anew."""
        return self.period < (room.warned_period or 0) or self.grace < (room.warned_grace or 0)

    def ends_on(self, day: date, promised: date | None = None) -> date:
        """The last day a room warned on ``day`` has; a day promised before is kept if it is later."""
        last = day + timedelta(days=self.grace)
        return max(last, promised) if promised else last


def rule_in_force(on: date | None = None) -> QuietRule:
    """The rule of a day.

    Raises:
        NotSet: no rule says when a room is quiet.
    """
    return QuietRule(
        parameters.value("room.inactivity_days", on),
        parameters.value("room.closure_grace_days", on),
        parameters.basis("room.inactivity_days", on),
    )


def has_had_its_time(room: Room, rule: QuietRule, today: date) -> bool:
    """Both the day the warning named and the time the rule in force gives are over."""
    if room.warned_at is None or room.closes_after is None:
        return False
    warned_on = timezone.localdate(room.warned_at)
    return today > rule.ends_on(warned_on, room.closes_after)


def is_quiet_under(room: Room, rule: QuietRule, today: date) -> bool:
    """Whether the silence at the warning and since is as long as the rule in force asks."""
    if room.warned_at is None or room.warned_period is None:
        return False
    silent_since = timezone.localdate(room.warned_at) - timedelta(days=room.warned_period)
    return today - silent_since >= timedelta(days=rule.period)
