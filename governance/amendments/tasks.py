"""What is due by the clock. Running it twice does nothing more."""

from portal.foundation import clock
from portal.foundation.acting import CLOCK
from residents.bodies.successors import given_way

from . import succession
from .models import Amendment


def follow_reorganisations() -> None:
    """Open proposals of a section of the past; a second run finds nothing."""
    found = given_way(clock.today())
    for amendment in Amendment.objects.open().filter(proposed_for__in=found):
        succession.follow(amendment, found[amendment.proposed_for_id], by=CLOCK)
