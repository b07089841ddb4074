"""The verbs of a proposal, from the first draft to the sections that answer it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Max

from communities.models import Post, Room
from governance.resolutions.models import Resolution
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from residents.models import Body

from . import deadlines, notifications, wording
from .lifecycle import ProposalKind, ProposalStatus
from .models import CitedPost, Proposal, ProposalItem, ProposalVersion
from .permissions import (
    can_adopt_proposal,
    can_correct_proposal,
    can_draft_proposal,
    can_hand_over_proposal,
    can_lay_open_proposal,
    can_note_assembly,
    can_receive_proposal,
    can_return_proposal,
    can_revise_proposal,
    can_route_proposal,
    can_withdraw_proposal,
)

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
    proposal = _locked(proposal)
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
    proposal = _locked(proposal)
    require(can_lay_open_proposal(by, proposal))
    until = deadlines.due_after("lay_open", proposal)
    proposal.step("lay_open", by=by, reading_until=until, step_due_on=until)
    audit.record("governance.proposal.laid_open", by=by, target=proposal, public=True)
    notifications.proposal_laid_open(proposal, by)
    return proposal


@transaction.atomic
def adopt(proposal: Proposal, *, by: Acting, resolution: Resolution) -> Proposal:
    """The committee finds the proposal necessary: it gets its number and its words are frozen (第9条第3号)."""
    proposal = _locked(proposal)
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
    proposal = _locked(proposal)
    require(can_hand_over_proposal(by, proposal))
    due = deadlines.due_after("hand_over", proposal)
    proposal.step("hand_over", by=by, handed_over_on=clock.today(), step_due_on=due)
    audit.record("governance.proposal.handed_over", by=by, target=proposal, public=True)
    notifications.proposal_handed_over(proposal, by)
    return proposal


@transaction.atomic
def return_for_correction(proposal: Proposal, *, by: Acting, reason: str) -> Proposal:
    """差戻し: something formal is missing; the committee mends it and resolves anew."""
    proposal = _locked(proposal)
    require(can_return_proposal(by, proposal))
    due = deadlines.due_after("return_for_correction", proposal)
    proposal.step("return_for_correction", by=by, reason=reason, step_due_on=due)
    audit.record("governance.proposal.returned", by=by, target=proposal, reason=reason, public=True)
    notifications.proposal_returned(proposal, by, reason)
    return proposal


@transaction.atomic
def correct(proposal: Proposal, *, by: Acting, background: str, items: Items, reason: str) -> Proposal:
    """補正: mend what the secretariat pointed out; the title stays, the earlier version stays readable."""
    proposal = _locked(proposal)
    require(can_correct_proposal(by, proposal))
    proposal.step("correct", by=by, reason=reason, background=background)
    _write(proposal, items, None, None)
    audit.record("governance.proposal.corrected", by=by, target=proposal, reason=reason, public=True)
    return proposal


@transaction.atomic
def receive(proposal: Proposal, *, by: Acting, answer_due_on: date | None = None) -> Proposal:
    """受理: the city has it from today and says by when it will answer; the public clock starts.

    Raises:
        NotSet: no number says how long the answer may take, and no day was named.
    """
    proposal = _locked(proposal)
    require(can_receive_proposal(by, proposal))
    last = Proposal.objects.aggregate(last=Max("receipt_number"))["last"] or 0
    proposal.step(
        "receive",
        by=by,
        received_on=clock.today(),
        receipt_number=last + 1,
        answer_due_on=answer_due_on or deadlines.promised(deadlines.named("proposal.answer_days", proposal)),
        step_due_on=deadlines.due_after("receive", proposal),
    )
    audit.record(
        "governance.proposal.received",
        by=by,
        target=proposal,
        reference=proposal.printed_receipt,
        public=True,
    )
    notifications.proposal_received(proposal, by)
    return proposal


@transaction.atomic
def route(
    proposal: Proposal,
    *,
    by: Acting,
    units: dict[int, Body],
    cooperating: dict[int, list[Body]] | None = None,
    reason: str = "",
) -> Proposal:
    """Name the responsible section of every item (所管課) and who cooperates; a change needs a reason."""
    proposal = _locked(proposal)
    require(can_route_proposal(by, proposal))
    kept = proposal.step_due_on if proposal.status == "routed" else None
    proposal.step("route", by=by, reason=reason, step_due_on=kept or deadlines.due_after("route", proposal))
    for item in proposal.items.all():
        item.unit = units[item.pk]
        item.save(update_fields=["unit"])
        others = (cooperating or {}).get(item.pk, [])
        item.cooperating.set([body for body in others if body != item.unit])
    audit.record("governance.proposal.routed", by=by, target=proposal, reason=reason, public=True)
    notifications.proposal_routed(proposal, by)
    return proposal


@transaction.atomic
def withdraw(proposal: Proposal, *, by: Acting, resolution: Resolution, reason: str) -> Proposal:
    """取下げ: the committee takes its proposal back by resolution; it stays readable with the reason."""
    proposal = _locked(proposal)
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


@transaction.atomic
def note_assembly(
    proposal: Proposal, *, by: Acting, note: str, embargo_until: date | None = None
) -> Proposal:
    """議会との関係: what the assembly knows of it, and the day before which no answer goes out (総論 5-4)."""
    proposal = _locked(proposal)
    require(can_note_assembly(by, proposal, embargo_until))
    before = proposal.embargo_until
    proposal.assembly_note, proposal.embargo_until = note, embargo_until
    fields = ["assembly_note", "embargo_until", *_wait_for_the_assembly(proposal)]
    proposal.save(update_fields=fields)
    day = embargo_until.isoformat() if embargo_until else None
    audit.record(
        "governance.proposal.assembly_noted",
        by=by,
        target=proposal,
        reason=note,
        public=True,
        details={"embargo_until": day},
    )
    if before != embargo_until:
        notifications.proposal_held_back(proposal, by)
    return proposal


def _wait_for_the_assembly(proposal: Proposal) -> list[str]:
    """Whoever has to publish is not late while they may not publish yet."""
    if proposal.status != ProposalStatus.ANSWERED or proposal.embargo_until is None:
        return []
    if proposal.step_due_on is None or proposal.step_due_on >= proposal.embargo_until:
        return []
    proposal.step_due_on = proposal.embargo_until
    return ["step_due_on"]


def _locked(proposal: Proposal) -> Proposal:
    proposals = Proposal.objects.select_for_update(of=("self",))
    return proposals.select_related("proposed_by").get(pk=proposal.pk)


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
