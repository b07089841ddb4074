"""Who may open a term, and who may let a committee grow beyond its maximum (M5)."""

from datetime import date

from portal.foundation import parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision
from residents.roles.holdings import holds

from .models import CommitteeTerm


def can_open_term(by: Acting) -> Decision:
    return holds(by, "committee.secretariat")


def can_raise_maximum(by: Acting) -> Decision:
    """第8条第2項: the mayor alone may allow more members."""
    return holds(by, "mayor.decide")


def maximum_of(term: CommitteeTerm, on: date) -> int:
    """How many members the committee may have: the guideline's number, or the mayor's decision above it."""
    usual = parameters.value("committee.max_members", on=on)
    decision = term.size_decisions.first()
    return max(usual, decision.maximum) if decision else usual
