"""The verbs of a proposal, from the first draft to the sections that answer it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max

from communities.models import Post, Room
from governance.resolutions.models import Resolution
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from residents.models import Body

from . import deadlines, notifications, wording
from .intake import locked, note_assembly, receive, return_for_correction, route
from .lifecycle import ProposalKind
from .models import Proposal, ProposalItem
from .permissions import (
    can_adopt_proposal,
    can_correct_proposal,
    can_draft_proposal,
    can_hand_over_proposal,
    can_lay_open_proposal,
    can_revise_proposal,
    can_withdraw_proposal,
)
from .record_models import CitedPost, ProposalVersion

__all__ = [
    "adopt",
    "correct",
    "draft",
    "hand_over",
    "lay_open",
    "note_assembly",
    "receive",
    "return_for_correction",
    "revise",
    "route",
    "withdraw",
]

Items = list[tuple[str, str]]
Rooms = Iterable[Room] | None
Posts = Iterable[Post] | None


@transaction.atomic
def draft(
    body: Body,
    *,
    by: Acting,
    title: str,
    background: str,
    items: Items,
    rooms: Rooms = None,
    cited: Posts = None,
    kind: str = ProposalKind.COMMITTEE,
) -> Proposal:
    """Begin to write down what a discussion has come to; nobody is bound by it yet (第6条)."""
    rooms = list(rooms or [])
    require(can_draft_proposal(by, rooms))
    proposal = Proposal(kind=kind, title=title, background=background, proposed_by=body)
    proposal.step("draft", by=by)
    _write(proposal, items, rooms, cited)
    audit.record("governance.proposal.drafted", by=by, target=proposal)
    notifications.proposal_drafted(proposal, by)
    return proposal


@transaction.atomic
def revise(
    proposal: Proposal,
    *,
    by: Acting,
    title: str,
    background: str,
    items: Items,
    rooms: Rooms = None,
    cited: Posts = None,
    kind: str = "",
) -> Proposal:
    """Word the draft anew; what lay open for reading is then read anew, once adopted it is frozen."""
    proposal = locked(proposal)
    require(can_revise_proposal(by, proposal))
    if rooms is not None:
        require(can_draft_proposal(by, rooms))
    words = {"kind": kind or proposal.kind, "title": title, "background": background}
    proposal.step("revise", by=by, reading_until=None, step_due_on=None, **words)
    _write(proposal, items, rooms, cited)
    audit.record("governance.proposal.revised", by=by, target=proposal)
    return proposal


@transaction.atomic
def lay_open(proposal: Proposal, *, by: Acting) -> Proposal:
    """公開の閲覧期間: everybody can read the draft, and the rooms it comes from are told."""
    proposal = locked(proposal)
    require(can_lay_open_proposal(by, proposal))
    until = deadlines.due_after("lay_open", proposal)
    proposal.step("lay_open", by=by, reading_until=until, step_due_on=until)
    audit.record("governance.proposal.laid_open", by=by, target=proposal, public=True)
    notifications.proposal_laid_open(proposal, by)
    return proposal


@transaction.atomic
def adopt(proposal: Proposal, *, by: Acting, resolution: Resolution) -> Proposal:
    """The committee finds the proposal necessary: it gets its number and its words are frozen (第9条第3号)."""
    proposal = locked(proposal)
    require(can_adopt_proposal(by, proposal, resolution))
    last = Proposal.objects.aggregate(last=Max("number"))["last"] or 0
    proposal.step(
        "adopt",
        by=by,
        resolution=resolution,
        number=proposal.number or last + 1,
        adopted_on=clock.today(),
        step_due_on=deadlines.due_after("adopt", proposal),
    )
    _freeze(proposal, resolution)
    audit.record(
        "governance.proposal.adopted",
        by=by,
        target=proposal,
        reference=resolution.printed_number,
        public=True,
    )
    notifications.proposal_adopted(proposal, by)
    return proposal


@transaction.atomic
def hand_over(proposal: Proposal, *, by: Acting) -> Proposal:
    """提出: the chair, or the secretariat for the committee, brings the proposal to the mayor."""
    proposal = locked(proposal)
    require(can_hand_over_proposal(by, proposal))
    due = deadlines.due_after("hand_over", proposal)
    proposal.step("hand_over", by=by, handed_over_on=clock.today(), step_due_on=due)
    audit.record("governance.proposal.handed_over", by=by, target=proposal, public=True)
    notifications.proposal_handed_over(proposal, by)
    return proposal


@transaction.atomic
def correct(proposal: Proposal, *, by: Acting, background: str, items: Items, reason: str) -> Proposal:
    """補正: mend what the secretariat pointed out; the title stays, the earlier version stays readable."""
    proposal = locked(proposal)
    require(can_correct_proposal(by, proposal))
    proposal.step("correct", by=by, reason=reason, background=background)
    _write(proposal, items, None, None)
    audit.record("governance.proposal.corrected", by=by, target=proposal, reason=reason, public=True)
    return proposal


@transaction.atomic
def withdraw(proposal: Proposal, *, by: Acting, resolution: Resolution, reason: str) -> Proposal:
    """取下げ: the committee takes its proposal back by resolution; it stays readable with the reason."""
    proposal = locked(proposal)
    require(can_withdraw_proposal(by, proposal, resolution))
    proposal.step("withdraw", by=by, reason=reason, withdrawal=resolution, step_due_on=None)
    audit.record(
        "governance.proposal.withdrawn",
        by=by,
        target=proposal,
        reason=reason,
        reference=resolution.printed_number,
        public=True,
    )
    notifications.proposal_withdrawn(proposal, by, reason)
    return proposal


def _write(proposal: Proposal, items: Items, rooms: Rooms, cited: Posts) -> None:
    """Items anew; rooms and cited posts only where they were given."""
    proposal.items.all().delete()
    ProposalItem.objects.bulk_create(
        ProposalItem(proposal=proposal, number=number, title=title, text=text)
        for number, (title, text) in enumerate(items, start=1)
    )
    if rooms is not None:
        proposal.rooms.set(rooms)
    if cited is not None:
        proposal.citations.all().delete()
        CitedPost.objects.bulk_create(CitedPost(proposal=proposal, post=post) for post in cited)


def _freeze(proposal: Proposal, resolution: Resolution) -> None:
    text = wording.plain(proposal, proposal.number or 0)
    ProposalVersion.objects.create(
        proposal=proposal,
        number=proposal.versions.count() + 1,
        text=text,
        digest=wording.digest(text),
        resolution=resolution,
        frozen_on=clock.today(),
    )
