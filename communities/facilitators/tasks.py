"""What happens to facilitators by the clock. Idempotent; takes no objects."""

from portal.foundation import clock
from portal.foundation.acting import CLOCK

from . import actions
from .models import FacilitatorAssignment


def follow_contracts() -> None:
    """A contract is over: whoever was sent under it stops, or goes on under the one that renews it."""
    over = FacilitatorAssignment.objects.contract_over(clock.today())
    for assignment in over.select_related("contract", "forum", "person").order_by("pk"):
        actions.follow_contract(assignment, by=CLOCK)
