"""What the city does with a proposal it was handed: back for correction, received, routed, held for the assembly."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Max

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from residents.models import Body

from . import deadlines, notifications
from .lifecycle import ProposalStatus
from .models import Proposal
from .permissions import can_note_assembly, can_receive_proposal, can_return_proposal, can_route_proposal


@transaction.atomic
def return_for_correction(proposal: Proposal, *, by: Acting, reason: str) -> Proposal:
    """差戻し: something formal is missing; the committee mends it and resolves anew."""
    proposal = locked(proposal)
    require(can_return_proposal(by, proposal))
    due = deadlines.due_after("return_for_correction", proposal)
    proposal.step("return_for_correction", by=by, reason=reason, step_due_on=due)
    audit.record("governance.proposal.returned", by=by, target=proposal, reason=reason, public=True)
    notifications.proposal_returned(proposal, by, reason)
    return proposal


@transaction.atomic
def receive(proposal: Proposal, *, by: Acting, answer_due_on: date | None = None) -> Proposal:
    """受理: the city has it from today and says by when it will answer; the public clock starts.

    Raises:
        NotSet: no number says how long the answer may take, and no day was named.
    """
    proposal = locked(proposal)
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
    proposal = locked(proposal)
    require(can_route_proposal(by, proposal))
    kept = proposal.step_due_on if proposal.status == "routed" else None
    proposal.step("route", by=by, reason=reason, step_due_on=kept or deadlines.due_after("route", proposal))
    for item in proposal.items.all():
        if item.unit_id != units[item.pk].pk:
            item.team = None
        item.unit = units[item.pk]
        item.save(update_fields=["unit", "team"])
        others = (cooperating or {}).get(item.pk, [])
        item.cooperating.set([body for body in others if body != item.unit])
    audit.record("governance.proposal.routed", by=by, target=proposal, reason=reason, public=True)
    notifications.proposal_routed(proposal, by)
    return proposal


@transaction.atomic
def note_assembly(
    proposal: Proposal, *, by: Acting, note: str, embargo_until: date | None = None
) -> Proposal:
    """議会との関係: what the assembly knows of it, and the day before which no answer goes out (総論 5-4)."""
    proposal = locked(proposal)
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


def locked(proposal: Proposal) -> Proposal:
    proposals = Proposal.objects.select_for_update(of=("self",))
    return proposals.select_related("proposed_by").get(pk=proposal.pk)
