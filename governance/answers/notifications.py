"""Who hears of which step of an answer."""

from __future__ import annotations

from typing import Any

from governance.proposals.models import Proposal
from governance.proposals.notifications import members_of, move, tell
from portal.foundation.acting import Acting
from residents.models import User
from residents.roles.holdings import people_holding
from residents.teams.models import people_of

from .models import Answer


def answer_drafted(answer: Answer, by: Acting) -> None:
    """The colleagues who approve it, and the sections that have to agree."""
    people = members_of([answer.unit_id], answer.item.cooperating.values("pk"))
    _tell(answer, "answer_drafted", people, by)


def answer_concurred(answer: Answer, by: Acting) -> None:
    _tell(answer, "answer_concurred", _those_who_wrote(answer), by, unit=str(by.body))


def answer_endorsed(answer: Answer, by: Acting) -> None:
    """The next grade has it before them."""
    grade = answer.next_grade()
    _tell(answer, "answer_endorsed", members_of([grade.body.pk]), by, position=grade.title)


def answer_sent_back(answer: Answer, by: Acting, reason: str) -> None:
    _tell(answer, "answer_sent_back", _those_who_wrote(answer), by, reason=reason)


def proposal_presented(proposal: Proposal, by: Acting) -> None:
    people = people_holding("mayor.decide") | people_holding("committee.secretariat")
    move(proposal, "present", by, tell(proposal, "proposal_presented", people, by))


def proposal_answered(proposal: Proposal, by: Acting) -> None:
    """It waits for those who return it to the committee and to the town; its words are not out yet."""
    move(proposal, "answer", by, tell(proposal, "proposal_answered", people_holding("proposals.publish"), by))


def proposal_published(proposal: Proposal, by: Acting) -> None:
    """Everybody who takes part hears what became of the discussion."""
    tell(proposal, "proposal_published", User.objects.filter(is_active=True), by)


def proposal_extended(proposal: Proposal, by: Acting, reason: str) -> None:
    move(proposal, "extend", by, reason=reason, again=f"extend{proposal.extensions.count()}")


def _those_who_wrote(answer: Answer) -> Any:
    """The team that has the item; without one the section (checklist 92)."""
    return people_of(answer.unit, answer.item.team)


def _tell(answer: Answer, kind: str, people, by: Acting, **context: str) -> None:
    proposal = answer.item.proposal
    again = f"{answer.pk}:{answer.steps.count()}"
    tell(proposal, kind, people, by, again=again, item=answer.item.title, **context)
