"""What the clock watches over: lists that lapse while nobody brings newer ones."""

from __future__ import annotations

from datetime import timedelta

from portal.foundation import clock, parameters

from . import actions, freshness, standings


def warn_of_lapsed_lists() -> None:
    """Every morning: lists of trusted authorities that lapsed; a second run finds nothing."""
    lapsed = freshness.lapsed().filter(warned_on__isnull=True)
    if lapsed.exists():
        actions.warn_of_lapsed(lapsed)


def remind_of_expiry() -> None:
    """Every morning: standings and procedures whose last day comes; as many days ahead as the town has settled."""
    try:
        days = parameters.value("survey.standing_reminder_days")
    except parameters.NotSet:
        return
    today = clock.today()
    standings.remind_of_expiry(today, today + timedelta(days=days))
