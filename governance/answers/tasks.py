"""What is due by the clock. Running it twice does nothing more."""

from portal.foundation import clock
from portal.foundation.acting import CLOCK
from residents.bodies.successors import given_way
from residents.models import Body

from . import succession
from .models import ApprovalGrade


def follow_reorganisations() -> None:
    """Chains of sections of the past, and signatures they gave in the chains of others."""
    found = given_way(clock.today())
    for unit in Body.objects.filter(pk__in=ApprovalGrade.objects.filter(unit__in=found).values("unit")):
        succession.take_chain(unit, found[unit.pk], by=CLOCK)
    for unit in Body.objects.filter(pk__in=ApprovalGrade.objects.filter(body__in=found).values("body")):
        succession.sign_for(unit, found[unit.pk], by=CLOCK)
