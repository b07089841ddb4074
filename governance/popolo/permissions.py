"""Who brings records of others into the portal."""

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision
from residents.roles.holdings import holds


def can_take_in_history(by: Acting) -> Decision:
    """The secretariat keeps the history of the committees; at the machine itself, its operator does."""
    return by.is_clock or holds(by, "committee.secretariat")
