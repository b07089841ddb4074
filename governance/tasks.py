"""Every morning, over all shelves: the month that is over is published, and what was kept too long is erased."""

from . import violation_ledger, violation_retention


def publish_violation_months() -> None:
    """Counts of a month that has ended are fixed as they are published. A second run finds nothing."""
    violation_ledger.publish_past_months()


def erase_what_is_kept_too_long() -> None:
    """Evidence, reports and words of old cases and claims. A second run finds nothing."""
    violation_retention.erase_due()
