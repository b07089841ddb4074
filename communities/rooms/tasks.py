"""What happens to rooms by the clock. Idempotent; takes no objects."""

from portal.foundation import clock
from portal.foundation.acting import CLOCK

from . import actions
from .models import Room


def end_discussions() -> int:
    """Turn posting off where the period of a city-area room is over."""
    due = list(Room.objects.due_to_end_discussion(clock.today()))
    for room in due:
        actions.end_discussion(room, by=CLOCK)
    return len(due)
