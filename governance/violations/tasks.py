"""Every morning: hearings that are over, days that are near. A second run finds nothing."""

from portal.foundation import clock

from . import actions, targets
from .models import ViolationCase


def follow_the_calendar() -> None:
    """Close hearings nobody answered, then remind those who are waited for."""
    today = clock.today()
    for case in ViolationCase.objects.hearing_over(today):
        actions.close_hearing(case)
    for case in ViolationCase.objects.to_remind(targets.near(today)).with_words():
        actions.remind(case)
