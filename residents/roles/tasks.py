"""Every morning: the table whose day has come is in force. Running it twice does nothing more."""

from portal.foundation import clock
from portal.foundation.acting import CLOCK

from . import actions
from .models import RoleTable


def follow_the_calendar() -> None:
    """Approved tables take effect on their day, the oldest first; the one before is superseded."""
    for table in RoleTable.objects.due_to_take_effect(clock.today()):
        actions.take_effect(table, by=CLOCK)
