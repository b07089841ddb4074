"""What the clock does for seats: begin and expire them with their terms."""

from portal.foundation import clock

from . import actions
from .models import Seat


def begin_and_expire() -> int:
    """Just after midnight; the rights themselves already follow the dates of the membership."""
    today = clock.today()
    turned = 0
    for seat in Seat.objects.due_to_begin(today):
        actions.begin(seat)
        turned += 1
    for seat in Seat.objects.due_to_expire(today):
        actions.expire(seat)
        turned += 1
    return turned
