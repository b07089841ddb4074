"""What is due by the clock. Running it twice does nothing more."""

from portal.foundation import clock
from portal.foundation.acting import CLOCK
from residents.bodies.successors import given_way

from . import succession
from .lifecycle import WAITING
from .models import ProposalItem


def follow_reorganisations() -> None:
    """Every morning: items nobody has answered yet; a second run finds nothing."""
    found = given_way(clock.today())
    left = ProposalItem.objects.filter(unit__in=found, proposal__status__in=WAITING, answer__isnull=True)
    for item in left.select_related("proposal"):
        succession.follow(item, found[item.unit_id], by=CLOCK)
