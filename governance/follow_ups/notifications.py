"""Who hears what became of an answer, and who is reminded of what is due."""

from __future__ import annotations

from datetime import date

from governance.proposals.models import Proposal, ProposalItem
from governance.proposals.notifications import move, tell
from portal.foundation.acting import CLOCK, Acting
from residents.roles.holdings import people_holding
from residents.teams.models import people_of

from .models import FollowUp, Milestone


def follow_up_reported(follow_up: FollowUp, by: Acting) -> None:
    proposal = follow_up.item.proposal
    told: set[object] = set()
    if all(item.is_final for item in proposal.items.all()):
        told = tell(proposal, "follow_up_finished", people_holding("proposals.intake"), by)
    move(proposal, "report", by, told, again=f"report{follow_up.pk}")


def proposal_concluded(proposal: Proposal, by: Acting, reason: str) -> None:
    move(proposal, "conclude", by, reason=reason)


def step_due(proposal: Proposal, kind: str, people, day: date) -> None:
    """A reminder before a step is due, or the news that it is late: each once for one due day."""
    tell(proposal, kind, people, CLOCK, again=f"{proposal.status}:{day}", due=day.isoformat())


def report_due(item: ProposalItem, kind: str, day: date) -> None:
    people = people_of(item.unit, item.team)
    if kind == "report_overdue":
        people = people | people_holding("proposals.intake")
    tell(
        item.proposal,
        kind,
        people,
        CLOCK,
        again=f"{item.pk}:{day}",
        due=day.isoformat(),
        item=item.title,
    )


def milestone_missed(milestone: Milestone) -> None:
    """The section that set it, and those who watch over the answers; once for a milestone."""
    item = milestone.item
    tell(
        item.proposal,
        "milestone_missed",
        people_of(item.unit, item.team) | people_holding("proposals.intake"),
        CLOCK,
        again=str(milestone.pk),
        due=milestone.due_on.isoformat(),
        item=item.title,
        milestone=milestone.title,
    )
