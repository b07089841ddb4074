"""Who hears that the mayor changed the size of a committee, and that a term comes to its end."""

from django.urls import reverse

from portal.foundation import outbox
from residents.roles.holdings import people_holding

from .models import CommitteeTerm, SizeDecision


def maximum_raised(decision: SizeDecision) -> None:
    """第8条第2項: the committee learns of it."""
    body = decision.term.body
    outbox.post(
        "governance.maximum_raised",
        recipients=body.members_on(),
        url=reverse("governance:committee-detail", args=[body.code]),
        context={"committee": body.name, "maximum": decision.maximum, "reason": decision.reason},
        once=f"maximum-raised:{decision.pk}",
    )


def term_ending(term: CommitteeTerm) -> None:
    """「公募を始める時期です」: nobody is reappointed without a new application (第10条)."""
    outbox.post(
        "governance.term_ending",
        recipients=people_holding("committee.secretariat"),
        url=reverse("governance:committee-detail", args=[term.body.code]),
        context={"committee": term.body.name, "term": term.number, "day": term.ends_on.isoformat()},
        once=f"term-ending:{term.pk}",
    )
