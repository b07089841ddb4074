"""Who designates shelters and says that one is open: whoever holds disaster information."""

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision
from residents.roles.holdings import holds

from .lifecycle import SHELTER
from .models import Shelter

FUNCTION = "sns.disaster_information"


def can_designate_shelter(by: Acting) -> Decision:
    return holds(by, FUNCTION)


def can_open_shelter(by: Acting, shelter: Shelter) -> Decision:
    return holds(by, FUNCTION) and SHELTER.allows("open", shelter.status)


def can_fill_shelter(by: Acting, shelter: Shelter) -> Decision:
    return holds(by, FUNCTION) and SHELTER.allows("fill", shelter.status)


def can_close_shelter(by: Acting, shelter: Shelter) -> Decision:
    return holds(by, FUNCTION) and SHELTER.allows("close", shelter.status)
