"""What the clock does for terms: say in time that one comes to its end."""

from datetime import timedelta

from portal.foundation import clock, parameters

from . import notifications
from .models import CommitteeTerm


def remind_of_term_ends() -> int:
    """Every morning: the secretariat is told once, so many days ahead as the town has settled (2.7: 90)."""
    try:
        days = parameters.value("committee.term_reminder_days")
    except parameters.NotSet:
        return 0
    today = clock.today()
    ending = CommitteeTerm.objects.on(today).filter(ends_on__lte=today + timedelta(days=days))
    for term in ending.select_related("body"):
        notifications.term_ending(term)
    return len(ending)
