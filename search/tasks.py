"""What the timetable calls every minute."""

from . import actions


def refresh() -> int:
    """Follow the ledger."""
    return actions.refresh()
