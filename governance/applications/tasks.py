"""What the clock does with applications: destroy those whose time is over."""

from portal.foundation import clock, parameters

from . import actions
from .models import SeatApplication


def erase_due() -> int:
    """Every morning; nothing is announced without a retention, so nothing stays for ever."""
    for application in SeatApplication.objects.drafts_left_behind():
        application.delete()  # never handed in, so not counted either
    try:
        days = parameters.value("application.retention_days")
    except parameters.NotSet:
        return 0
    due = SeatApplication.objects.due_to_be_erased(clock.today(), days).select_related("recruitment")
    found = list(due)
    for application in found:
        actions.erase(application)
    return len(found)
