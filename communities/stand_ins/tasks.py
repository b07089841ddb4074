"""What happens to stand-ins by the clock. Idempotent; takes no objects."""

from portal.foundation import clock
from portal.foundation.acting import CLOCK

from . import actions
from .lifecycle import StandInStatus
from .models import StandIn


def follow_the_calendar() -> None:
    """After the last day one that was agreed has ended, and one nobody agreed to has lapsed."""
    for stand_in in StandIn.objects.over(clock.today()).order_by("pk"):
        finish = actions.end if stand_in.status == StandInStatus.AGREED else actions.lapse
        finish(stand_in, by=CLOCK)
