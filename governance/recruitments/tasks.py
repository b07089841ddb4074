"""What the clock does for recruitments: open and close their windows."""

from portal.foundation import clock

from . import actions
from .models import Recruitment


def open_and_close() -> int:
    """Every morning: windows that have come, windows that are over."""
    today = clock.today()
    turned = 0
    for recruitment in Recruitment.objects.due_to_open(today):
        actions.open_recruitment(recruitment)
        turned += 1
    for recruitment in Recruitment.objects.due_to_close(today):
        actions.close(recruitment)
        turned += 1
    return turned
