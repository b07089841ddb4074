"""Opening a term, and letting a committee grow beyond its maximum."""

from datetime import date

from django.db import transaction

from portal.foundation import audit, clock, parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from residents.models import Body

from . import notifications
from .models import CommitteeTerm, SizeDecision
from .permissions import can_open_term, can_raise_maximum, follows_the_last_term
from .terms import term_end


@transaction.atomic
def open_term(body: Body, *, by: Acting, number: int, starts_on: date, target_seats: int) -> CommitteeTerm:
    """Set up the n-th term of a committee; its last day follows from 第10条第2項."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    require(can_open_term(by))
    require(follows_the_last_term(body, number, starts_on))
    term = CommitteeTerm.objects.create(
        body=body,
        number=number,
        starts_on=starts_on,
        ends_on=term_end(starts_on, parameters.value("committee.term_years", on=starts_on)),
        target_seats=target_seats,
    )
    audit.record("governance.term.opened", by=by, target=term)
    return term


@transaction.atomic
def raise_maximum(term: CommitteeTerm, *, by: Acting, maximum: int, reason: str) -> SizeDecision:
    """Allow a committee more members than the guideline's maximum (第8条第2項)."""
    require(can_raise_maximum(by))
    decision = SizeDecision.objects.create(
        term=term, maximum=maximum, reason=reason, decided_on=clock.today(), decided_by=by.person
    )
    audit.record("governance.committee.maximum_raised", by=by, target=decision, reason=reason, public=True)
    notifications.maximum_raised(decision)
    return decision
