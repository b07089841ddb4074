"""Who hears of which step of a proposal."""

from __future__ import annotations

from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.bodies.models import BodyMembership
from residents.models import User
from residents.roles.holdings import people_holding

from .models import Answer, Proposal


def proposal_adopted(proposal: Proposal, by: Acting) -> None:
    _tell(proposal, "adopted", people_holding("committee.secretariat"), by)


def proposal_handed_over(proposal: Proposal, by: Acting) -> None:
    _tell(proposal, "handed_over", people_holding("proposals.intake") | people_holding("mayor.decide"), by)


def proposal_received(proposal: Proposal, by: Acting) -> None:
    _tell(proposal, "received", proposal.proposed_by.members_on(), by)


def proposal_routed(proposal: Proposal, by: Acting) -> None:
    """The sections have something to answer, and the committee sees where its items lie."""
    units = proposal.items.values("unit")
    people = User.objects.filter(
        pk__in=BodyMembership.objects.in_force().filter(body__in=units).values("person")
    )
    _tell(proposal, "routed", people | proposal.proposed_by.members_on(), by, again=proposal.steps.count())


def answer_drafted(answer: Answer, by: Acting) -> None:
    people = people_holding("mayor.decide") | people_holding("committee.secretariat")
    _tell(answer.item.proposal, "answer_drafted", people, by, again=answer.pk)


def proposal_answered(proposal: Proposal, by: Acting) -> None:
    """It waits for those who return it to the committee and to the town."""
    _tell(proposal, "answered", people_holding("proposals.publish"), by)


def proposal_published(proposal: Proposal, by: Acting) -> None:
    """Everybody who takes part hears what became of the discussion."""
    _tell(proposal, "published", User.objects.filter(is_active=True), by)


def _tell(proposal: Proposal, past_tense: str, people, by: Acting, again: int = 0) -> None:
    kind = past_tense if past_tense == "answer_drafted" else f"proposal_{past_tense}"
    outbox.post(
        f"governance.{kind}",
        people.exclude(pk=by.person.pk) if by.person is not None else people,
        url=proposal.get_absolute_url(),
        context={"proposal": proposal.title, "number": proposal.printed_number},
        once=f"{kind}:{proposal.pk}:{again}",
    )
