"""What is due by the clock. Running it twice does nothing more."""

from portal.foundation import clock
from portal.foundation.acting import CLOCK
from residents.bodies.successors import given_way

from . import succession
from .lifecycle import FOLLOWED_UP, WAITING
from .models import ProposalItem

OPEN = WAITING | FOLLOWED_UP


def follow_reorganisations() -> None:
    """Every morning: items to be answered or reported on, and those a section cooperates on."""
    found = given_way(clock.today())
    items = ProposalItem.objects.filter(proposal__status__in=OPEN)
    for item in items.filter(unit__in=found):
        succession.follow(item, found[item.unit_id], by=CLOCK)
    for item in items.filter(cooperating__in=found).distinct():
        succession.cooperate(item, found, by=CLOCK)
