"""Who may open a term, and who may let a committee grow beyond its maximum (M5)."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from portal.foundation import parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.models import Body
from residents.roles.holdings import holds

from .models import CommitteeTerm


def can_open_term(by: Acting) -> Decision:
    return holds(by, "committee.secretariat")


def follows_the_last_term(body: Body, number: int, starts_on: date) -> Decision:
    """Terms are numbered one after the other and never overlap (第n期)."""
    last = body.committee_terms.order_by("-number").first()
    if last is None or (number == last.number + 1 and starts_on > last.ends_on):
        return True
    return Denied(
        _("The next term is number %(number)s and begins after %(day)s.")
        % {"number": last.number + 1, "day": last.ends_on}
    )


def can_raise_maximum(by: Acting) -> Decision:
    """第8条第2項: the mayor alone may allow more members."""
    return holds(by, "mayor.decide")


def maximum_of(term: CommitteeTerm, on: date) -> int:
    """How many members the committee may have: the guideline's number, or the mayor's decision above it."""
    usual = parameters.value("committee.max_members", on=on)
    decision = term.size_decisions.first()
    return max(usual, decision.maximum) if decision else usual
