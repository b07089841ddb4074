"""The verbs of a proposal, from the committee's draft to the published answer."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Max

from governance.resolutions.models import Resolution
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from residents.models import Body

from . import notifications
from .models import Answer, Proposal, ProposalItem
from .permissions import (
    can_adopt_proposal,
    can_answer_proposal,
    can_draft_answer,
    can_draft_proposal,
    can_hand_over_proposal,
    can_publish_proposal,
    can_receive_proposal,
    can_revise_proposal,
    can_route_proposal,
)

Items = list[tuple[str, str]]


@transaction.atomic
def draft(body: Body, *, by: Acting, title: str, background: str, items: Items) -> Proposal:
    """Begin to write down what a discussion has come to; nobody is bound by it yet (第6条)."""
    require(can_draft_proposal(by))
    proposal = Proposal(title=title, background=background, proposed_by=body)
    proposal.step("draft", by=by)
    _write_items(proposal, items)
    audit.record("governance.proposal.drafted", by=by, target=proposal)
    return proposal


@transaction.atomic
def revise(proposal: Proposal, *, by: Acting, title: str, background: str, items: Items) -> Proposal:
    """Word the draft anew; once adopted its words are frozen."""
    proposal = _locked(proposal)
    require(can_revise_proposal(by, proposal))
    proposal.step("revise", by=by, title=title, background=background)
    proposal.items.all().delete()
    _write_items(proposal, items)
    audit.record("governance.proposal.revised", by=by, target=proposal)
    return proposal


@transaction.atomic
def adopt(proposal: Proposal, *, by: Acting, resolution: Resolution) -> Proposal:
    """The committee finds the proposal necessary: it gets its number and its words are frozen (第9条第3号)."""
    proposal = _locked(proposal)
    require(can_adopt_proposal(by, proposal, resolution))
    last = Proposal.objects.aggregate(last=Max("number"))["last"] or 0
    proposal.step("adopt", by=by, resolution=resolution, number=last + 1, adopted_on=clock.today())
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
    proposal.step("hand_over", by=by, handed_over_on=clock.today())
    audit.record("governance.proposal.handed_over", by=by, target=proposal, public=True)
    notifications.proposal_handed_over(proposal, by)
    return proposal


@transaction.atomic
def receive(proposal: Proposal, *, by: Acting, answer_due_on: date) -> Proposal:
    """受理: the city has it from today and says by when it will answer; the public clock starts."""
    proposal = _locked(proposal)
    require(can_receive_proposal(by, proposal))
    proposal.step("receive", by=by, received_on=clock.today(), answer_due_on=answer_due_on)
    audit.record("governance.proposal.received", by=by, target=proposal, public=True)
    notifications.proposal_received(proposal, by)
    return proposal


@transaction.atomic
def route(proposal: Proposal, *, by: Acting, units: dict[int, Body], reason: str = "") -> Proposal:
    """Name the responsible section of every item (所管課); a change later needs a reason."""
    proposal = _locked(proposal)
    require(can_route_proposal(by, proposal))
    proposal.step("route", by=by, reason=reason)
    for item in proposal.items.all():
        item.unit = units[item.pk]
        item.save(update_fields=["unit"])
    audit.record("governance.proposal.routed", by=by, target=proposal, reason=reason, public=True)
    notifications.proposal_routed(proposal, by)
    return proposal


@transaction.atomic
def draft_answer(item: ProposalItem, *, by: Acting, result: str, text: str, reason: str) -> Answer:
    """起案: the responsible section writes what it would answer; only the mayor decides it."""
    proposal = _locked(item.proposal)
    item = proposal.items.select_related("unit", "proposal").get(pk=item.pk)
    require(can_draft_answer(by, item))
    proposal.step("draft_answer", by=by)
    answer = Answer.objects.create(
        item=item,
        unit=by.body,
        result=result,
        text=text,
        reason=reason,
        drafted_on=clock.today(),
        drafted_by=by.person,
    )
    audit.record("governance.proposal.answer_drafted", by=by, target=proposal, details={"item": item.number})
    notifications.answer_drafted(answer, by)
    return answer


@transaction.atomic
def answer(proposal: Proposal, *, by: Acting) -> Proposal:
    """決裁: the mayor makes the last draft of every item the answer of the city."""
    proposal = _locked(proposal)
    require(can_answer_proposal(by, proposal))
    proposal.step("answer", by=by, answered_on=clock.today())
    for item in proposal.items.prefetch_related("drafts"):
        item.answer = item.latest_draft
        item.save(update_fields=["answer"])
    audit.record("governance.proposal.answered", by=by, target=proposal, public=True)
    notifications.proposal_answered(proposal, by)
    return proposal


@transaction.atomic
def publish(proposal: Proposal, *, by: Acting) -> Proposal:
    """回答: the secretariat or public relations returns the answer to the committee and shows it to everybody."""
    proposal = _locked(proposal)
    require(can_publish_proposal(by, proposal))
    proposal.step("publish", by=by, published_on=clock.today())
    audit.record("governance.proposal.published", by=by, target=proposal, public=True)
    notifications.proposal_published(proposal, by)
    return proposal


def _locked(proposal: Proposal) -> Proposal:
    proposals = Proposal.objects.select_for_update(of=("self",))
    return proposals.select_related("proposed_by").get(pk=proposal.pk)


def _write_items(proposal: Proposal, items: Items) -> None:
    ProposalItem.objects.bulk_create(
        ProposalItem(proposal=proposal, number=number, title=title, text=text)
        for number, (title, text) in enumerate(items, start=1)
    )
