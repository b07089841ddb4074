"""Every morning: sanctions whose last day has passed. A second run finds nothing."""

from portal.foundation import clock

from . import actions
from .models import Sanction


def end_what_is_over() -> None:
    """A sanction ends by the clock; nobody has to ask for it."""
    for sanction in Sanction.objects.over(clock.today()):
        actions.end(sanction)
