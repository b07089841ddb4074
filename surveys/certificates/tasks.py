"""What the clock watches over: lists that lapse while nobody brings newer ones."""

from __future__ import annotations

from . import actions, freshness


def warn_of_lapsed_lists() -> None:
    """Every morning: lists of trusted authorities that lapsed; a second run finds nothing."""
    lapsed = freshness.lapsed().filter(warned_on__isnull=True)
    if lapsed.exists():
        actions.warn_of_lapsed(lapsed)
