"""Every morning: what belonged to a unit that ended goes to the one that follows it."""

from portal.foundation import clock
from portal.foundation.acting import CLOCK

from . import actions
from .models import Body
from .successors import given_way


def follow_reorganisations() -> None:
    """People and lower units that were left with a unit of the past; a second run finds nothing."""
    found = given_way(clock.today())
    for body in Body.objects.filter(pk__in=found):
        actions.follow(body, found[body.pk], by=CLOCK)
