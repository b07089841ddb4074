"""After the answer: the sections report, and one day nothing more is owed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from governance.proposals import deadlines
from governance.proposals.lifecycle import FINAL
from governance.proposals.models import Proposal, ProposalItem
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications
from .models import FollowUp, Milestone
from .permissions import can_conclude_proposal, can_report_progress


@transaction.atomic
def report(
    item: ProposalItem,
    *,
    by: Acting,
    progress: str,
    text: str,
    reached: Iterable[Milestone] = (),
    next_title: str = "",
    next_due_on: date | None = None,
) -> FollowUp:
    """進捗報告: what became of the answer, in public; saying the same twice on one day is one report."""
    item = _locked(item)
    require(can_report_progress(by, item))
    said = {"item": item, "progress": progress, "text": text, "reported_on": clock.today()}
    earlier = FollowUp.objects.filter(**said).first()
    if earlier is not None:
        return earlier
    item.proposal.step("report", by=by, reason=str(item.number))
    follow_up = FollowUp.objects.create(unit=by.body, reported_by=by.person, **said)
    _set_milestones(item, reached, next_title, next_due_on)
    item.progress = progress
    item.report_due_on = None if progress in FINAL else deadlines.due("proposal.report_days")
    item.save(update_fields=["progress", "report_due_on"])
    audit.record(
        "governance.follow_up.reported",
        by=by,
        target=item.proposal,
        public=True,
        details={"item": item.number, "progress": progress},
    )
    notifications.follow_up_reported(follow_up, by)
    return follow_up


@transaction.atomic
def conclude(proposal: Proposal, *, by: Acting, reason: str = "") -> Proposal:
    """完了: every item has come to an end; what was promised and done stays readable."""
    proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    require(can_conclude_proposal(by, proposal))
    proposal.step("conclude", by=by, reason=reason)
    audit.record("governance.proposal.concluded", by=by, target=proposal, reason=reason, public=True)
    notifications.proposal_concluded(proposal, by, reason)
    return proposal


def _locked(item: ProposalItem) -> ProposalItem:
    Proposal.objects.select_for_update(of=("self",)).get(pk=item.proposal_id)
    return ProposalItem.objects.select_related("proposal__proposed_by", "unit").get(pk=item.pk)


def _set_milestones(
    item: ProposalItem, reached: Iterable[Milestone], next_title: str, next_due_on: date | None
) -> None:
    for milestone in item.milestones.filter(pk__in=[row.pk for row in reached], reached_on__isnull=True):
        milestone.reached_on = clock.today()
        milestone.save(update_fields=["reached_on"])
    if next_title and next_due_on is not None:
        Milestone.objects.get_or_create(item=item, title=next_title, due_on=next_due_on)
