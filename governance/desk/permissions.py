"""Whose desk it is."""

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision
from residents.roles.holdings import holds


def can_use_desk(by: Acting) -> Decision:
    """The secretariat's; the mayor's office sees what waits for it on the same page."""
    return holds(by, "mayor.decide") or holds(by, "committee.secretariat")
