"""What happens to rooms by the clock. Idempotent; takes no objects."""

from portal.foundation import clock
from portal.foundation.acting import CLOCK
from residents.bodies.successors import given_way

from . import succession
from .lifecycle import RoomStatus
from .models import Room

OVER = (RoomStatus.CLOSED, RoomStatus.SHUT)


def follow_reorganisations() -> None:
    """Rooms that are prepared, discuss or wait for their summary; an archive names the section of its time."""
    found = given_way(clock.today())
    for room in Room.objects.filter(related_body__in=found).exclude(status__in=OVER):
        succession.follow(room, found[room.related_body_id], by=CLOCK)
