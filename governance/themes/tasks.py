"""What happens to themes and their rooms by the clock. Idempotent; takes no objects."""

from communities.rooms import actions as rooms
from communities.rooms.models import Room
from portal.foundation import clock
from portal.foundation.acting import CLOCK

from . import room_actions
from .models import ThemeProposal


def end_discussions() -> int:
    """End what is over, and tell whoever raised the theme; rooms without one end by themselves."""
    over = Room.objects.due_to_end_discussion(clock.today())
    themes = list(ThemeProposal.objects.filter(room__in=over))
    for theme in themes:
        room_actions.end_discussion(theme, by=CLOCK)
    without = list(Room.objects.due_to_end_discussion(clock.today()))
    for room in without:
        rooms.end_discussion(room, by=CLOCK)
    return len(themes) + len(without)
