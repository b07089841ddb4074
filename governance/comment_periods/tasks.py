"""What is due by the clock. Running it twice does nothing more."""

from portal.foundation import clock
from portal.foundation.acting import CLOCK

from . import actions
from .models import CommentPeriod


def follow_the_calendar() -> None:
    """Close what is over; write down and tell what became public with a decision."""
    for period in CommentPeriod.objects.due_to_close(clock.today()):
        actions.close_comments(period, by=CLOCK)
    for period in CommentPeriod.objects.due_to_publish():
        actions.publish_answers(period, by=CLOCK)
