"""A section ends: the one that follows it has to answer what lay with it (組織改正, checklist 87)."""

from __future__ import annotations

from django.db import transaction

from portal.foundation import audit, outbox
from portal.foundation.acting import Acting
from residents.models import Body

from .models import ProposalItem


@transaction.atomic
def follow(item: ProposalItem, successor: Body, *, by: Acting) -> ProposalItem:
    """The item lies with the successor from today; drafts of the old section stay as they were written."""
    item = ProposalItem.objects.select_for_update(of=("self",)).select_related("proposal").get(pk=item.pk)
    item.unit, item.team = successor, None
    item.save(update_fields=["unit", "team"])
    proposal = item.proposal
    audit.record(
        "governance.proposal.followed",
        by=by,
        target=proposal,
        reference=successor.name,
        public=True,
        details={"item": item.number},
    )
    outbox.post(
        "governance.proposal_routed",
        successor.members_on(),
        url=proposal.get_absolute_url(),
        context={"proposal": proposal.title, "number": proposal.printed_number},
        once=f"proposal-followed:{item.pk}:{successor.pk}",
    )
    return item


@transaction.atomic
def cooperate(item: ProposalItem, successors: dict[int, Body], *, by: Acting) -> ProposalItem:
    """合議: the sections that follow agree in the place of those that ended; what was agreed stays agreed."""
    item = ProposalItem.objects.select_for_update(of=("self",)).select_related("proposal").get(pk=item.pk)
    for old in [unit for unit in item.cooperating.all() if unit.pk in successors]:
        item.cooperating.remove(old)
        if successors[old.pk].pk != item.unit_id:
            item.cooperating.add(successors[old.pk])
    audit.record("governance.proposal.followed", by=by, target=item.proposal, details={"item": item.number})
    return item
