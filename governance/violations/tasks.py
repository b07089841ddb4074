"""Every morning: hearings that are over, days that are near. A second run finds nothing."""

from portal.foundation import clock

from . import actions, targets
from .models import ViolationCase


def follow_the_calendar() -> None:
    """Close hearings nobody answered, then remind those who are waited for; what is late goes to the next in line, too."""
    today = clock.today()
    for case in ViolationCase.objects.hearing_over(today):
        actions.close_hearing(case)
    waiting = ViolationCase.objects.to_remind(targets.near(today), today, targets.again(today))
    for case in waiting.with_words():
        actions.remind(case)
