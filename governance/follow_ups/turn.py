"""Whose turn it is: who has to act next on a proposal, what is expected, and by when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from governance.answers.lifecycle import AnswerStatus
from governance.answers.models import Answer
from governance.proposals.lifecycle import FOLLOWED_UP
from governance.proposals.lifecycle import ProposalStatus as S
from governance.proposals.models import Proposal, ProposalItem
from governance.proposals.notifications import members_of
from residents.models import Body
from residents.roles.holdings import holders

EXPECTED: dict[str, Promise] = {
    S.DRAFTING: _("finishes the draft"),
    S.READING: _("reads the draft"),
    S.ADOPTED: _("hands the proposal over to the mayor"),
    S.HANDED_OVER: _("checks the form and receives the proposal"),
    S.RETURNED: _("mends what was pointed out and resolves anew"),
    S.RECEIVED: _("names the responsible sections"),
    S.ROUTED: _("writes the answer, agrees to it and approves it"),
    S.PRESENTED: _("decides the answer"),
    S.ANSWERED: _("returns the answer to the committee and publishes it"),
}
OFFICE = {
    S.HANDED_OVER: "proposals.intake",
    S.RECEIVED: "proposals.intake",
    S.PRESENTED: "mayor.decide",
    S.ANSWERED: "proposals.publish",
}


@dataclass(frozen=True)
class Turn:
    """Nobody's turn has no bodies and no words."""

    bodies: list[Body] = field(default_factory=list)
    is_everybody: bool = False
    expected: str | Promise = ""
    due_on: date | None = None
    is_overdue: bool = False

    def people(self) -> QuerySet[Any]:
        return members_of([body.pk for body in self.bodies])


def of(proposal: Proposal, day: date) -> Turn:
    """Read from status, items and drafts; ``items__drafts__concurrences`` should be loaded."""
    status = S(proposal.status)
    if status in FOLLOWED_UP:
        return _following_up(proposal, day)
    if status not in EXPECTED:
        return Turn()
    return Turn(
        bodies=_bodies(proposal, status),
        is_everybody=status == S.READING,
        expected=_expected(proposal, status),
        due_on=proposal.reading_until if status == S.READING else proposal.step_due_on,
        is_overdue=proposal.is_step_overdue(day),
    )


def _expected(proposal: Proposal, status: S) -> Promise:
    """Speaking about a draft is asked for only where a room it comes from still takes posts."""
    if status == S.READING and proposal.rooms.open_for_posts().exists():
        return _("reads the draft and speaks about it in the room it comes from")
    return EXPECTED[status]


def _bodies(proposal: Proposal, status: S) -> list[Body]:
    if status in OFFICE:
        return list(holders(OFFICE[status]).order_by("pk"))
    if status == S.ROUTED:
        return _sections(proposal)
    return [] if status == S.READING else [proposal.proposed_by]


def _sections(proposal: Proposal) -> list[Body]:
    """Sections with a draft to write, to agree to, or to approve; each once, in the order of the items."""
    found: dict[int, Body] = {}
    for item in proposal.items.all():
        draft = item.latest_draft
        if draft is not None and draft.is_approved:
            continue
        for body in _hands(item, draft):
            found[body.pk] = body
    return list(found.values())


def _hands(item: ProposalItem, draft: Answer | None) -> list[Body]:
    """Cooperating sections first, then whoever of the approval chain signs next."""
    if draft is None or draft.status != AnswerStatus.DRAFTED:
        return [item.unit]
    return draft.missing_concurrences() or [draft.next_grade().body]


def _following_up(proposal: Proposal, day: date) -> Turn:
    unfinished = [item for item in proposal.items.all() if not item.is_final]
    if not unfinished:
        bodies = list(holders("proposals.intake").order_by("pk"))
        return Turn(bodies, expected=_("concludes the proposal: every item has come to its end"))
    due = min((item.report_due_on for item in unfinished if item.report_due_on), default=None)
    return Turn(
        bodies=list({item.unit_id: item.unit for item in unfinished}.values()),
        expected=_("carries out what was answered and reports on it"),
        due_on=due,
        is_overdue=due is not None and day > due,
    )
