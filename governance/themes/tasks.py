"""What happens to themes and their rooms by the clock. Idempotent; takes no objects."""

from django.db.models import Q

from communities.rooms import actions as rooms
from communities.rooms.models import Room
from portal.foundation import clock
from portal.foundation.acting import CLOCK
from residents.bodies.successors import given_way

from . import room_actions, succession
from .lifecycle import ThemeStatus
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


def follow_reorganisations() -> None:
    """Every theme of which the raiser may still hear something; a second run finds nothing."""
    found = given_way(clock.today())
    concerned = ThemeProposal.objects.filter(Q(raising_unit__in=found) | Q(passed_on_to__in=found))
    for theme in concerned.exclude(status=ThemeStatus.NOT_ADOPTED):
        succession.follow(theme, found, by=CLOCK)
