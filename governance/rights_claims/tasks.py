"""Every morning: inquiries that are over, days that are near or have passed. A second run finds nothing."""

from governance.violations import targets
from portal.foundation import clock

from . import actions
from .models import RightsClaim


def follow_the_calendar() -> None:
    """Close inquiries nobody answered, then remind those who are waited for."""
    today = clock.today()
    for claim in RightsClaim.objects.inquiry_over(today):
        actions.close_inquiry(claim)
    waiting = RightsClaim.objects.to_remind(targets.near(today), today, targets.again(today))
    for claim in waiting.with_words():
        actions.remind(claim)
