"""Who hears of which step of a proposal: whoever has to act next, and everybody it came from."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from communities.facilitators.models import FacilitatorAssignment
from communities.models import Membership, Post
from governance.themes.models import ThemeProposal
from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.bodies.models import BodyMembership
from residents.models import User
from residents.roles.holdings import people_holding

from .models import Proposal


def proposal_drafted(proposal: Proposal, by: Acting) -> None:
    """The committee hears when somebody else has drafted for it."""
    if by.body != proposal.proposed_by:
        tell(proposal, "proposal_drafted", proposal.proposed_by.members_on(), by)


def proposal_laid_open(proposal: Proposal, by: Acting) -> None:
    move(proposal, "lay_open", by)


def proposal_adopted(proposal: Proposal, by: Acting) -> None:
    told = tell(proposal, "proposal_adopted", people_holding("committee.secretariat"), by)
    move(proposal, "adopt", by, told)


def proposal_handed_over(proposal: Proposal, by: Acting) -> None:
    people = people_holding("proposals.intake") | people_holding("mayor.decide")
    move(proposal, "hand_over", by, tell(proposal, "proposal_handed_over", people, by))


def proposal_returned(proposal: Proposal, by: Acting, reason: str) -> None:
    told = tell(proposal, "proposal_returned", proposal.proposed_by.members_on(), by, reason=reason)
    move(proposal, "return_for_correction", by, told, reason)


def proposal_received(proposal: Proposal, by: Acting) -> None:
    told = tell(proposal, "proposal_received", proposal.proposed_by.members_on(), by)
    move(proposal, "receive", by, told)


def proposal_routed(proposal: Proposal, by: Acting) -> None:
    """The sections have something to answer, and everybody sees where the items lie."""
    items = proposal.items.all()
    told = tell(
        proposal, "proposal_routed", members_of(items.values("unit"), items.values("cooperating")), by
    )
    move(proposal, "route", by, told)


def proposal_withdrawn(proposal: Proposal, by: Acting, reason: str) -> None:
    people = people_holding("proposals.intake") | members_of(proposal.items.values("unit"))
    told = tell(proposal, "proposal_withdrawn", people, by, reason=reason)
    move(proposal, "withdraw", by, told, reason)


def proposal_held_back(proposal: Proposal, by: Acting) -> None:
    """Whoever publishes or decides knows from which day the answer may go out."""
    people = people_holding("proposals.publish") | people_holding("mayor.decide")
    day = proposal.embargo_until.isoformat() if proposal.embargo_until else ""
    again = f"embargo:{day}:{proposal.steps.count()}"
    tell(proposal, "proposal_held_back", people, by, again=again, embargo=day, note=proposal.assembly_note)


def proposal_late(proposal: Proposal, by: Acting) -> None:
    """The promised day has passed: whoever took part hears it from the city, not from the page."""
    move(proposal, "overdue", by, again=f"overdue:{proposal.answer_due_on}")


def followers(proposal: Proposal) -> QuerySet[User]:
    """Whose discussion it was: raisers of the theme, participants, those cited, facilitators, committee."""
    rooms = proposal.rooms.values("pk")
    themes = ThemeProposal.objects.filter(room__in=rooms)
    committee = BodyMembership.objects.in_force().filter(body=proposal.proposed_by_id)
    raisers = BodyMembership.objects.in_force().filter(body__in=themes.values("raising_unit"))
    return User.objects.filter(
        Q(pk__in=Membership.objects.joined().filter(forum__in=rooms).values("person"))
        | Q(pk__in=Post.objects.shown().filter(forum__in=rooms).values("author"))
        | Q(pk__in=proposal.citations.values("post__author"))
        | Q(pk__in=themes.filter(raised_by__isnull=False).values("raised_by"))
        | Q(pk__in=raisers.values("person"))
        | Q(pk__in=FacilitatorAssignment.objects.active().filter(forum__in=rooms).values("person"))
        | Q(pk__in=committee.values("person")),
        is_active=True,
    )


def members_of(*bodies: Any) -> QuerySet[User]:
    """Who belongs today to any of these bodies."""
    condition = Q()
    for found in bodies:
        condition |= Q(body__in=found)
    members = BodyMembership.objects.in_force().filter(condition)
    return User.objects.filter(pk__in=members.values("person"), is_active=True)


def tell(
    proposal: Proposal, kind: str, people: QuerySet[User], by: Acting, *, again: Any = None, **context: Any
) -> set[Any]:
    """News for those who have something to do; the actor knows. Returns whom it went to."""
    found = [person for person in people if person != by.person]
    outbox.post(
        f"governance.{kind}",
        found,
        url=proposal.get_absolute_url(),
        context={**_about(proposal), **context},
        once=f"{kind}:{proposal.pk}:{proposal.steps.count() if again is None else again}",
    )
    return {person.pk for person in found}


def move(
    proposal: Proposal,
    verb: str,
    by: Acting,
    told: set[Any] | None = None,
    reason: str = "",
    again: Any = None,
) -> None:
    """News for everybody whose discussion it was, but for those who have just been told more."""
    people = followers(proposal).exclude(pk__in=told or set())
    tell(proposal, "proposal_moved", people, by, again=again, verb=verb, reason=reason)


def _about(proposal: Proposal) -> dict[str, Any]:
    due = proposal.answer_due_on
    return {
        "proposal": proposal.title,
        "number": proposal.printed_number,
        "answer_due": due.isoformat() if due is not None and not proposal.published_on else "",
        "may_speak": proposal.status == "reading" and proposal.rooms.open_for_posts().exists(),
        "reading_until": proposal.reading_until.isoformat() if proposal.reading_until else "",
    }
