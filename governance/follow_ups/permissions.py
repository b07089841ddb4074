"""Who reports on what was promised, and who concludes it (M7: follow up, close)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from governance.proposals.lifecycle import PROPOSAL
from governance.proposals.models import Proposal, ProposalItem
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds


def can_report_progress(by: Acting, item: ProposalItem) -> Decision:
    """The section that answers for the item says how far it has got."""
    return (
        holds(by, "proposals.answer")
        and _is_responsible(by, item)
        and PROPOSAL.allows("report", item.proposal.status)
    )


def can_conclude_proposal(by: Acting, proposal: Proposal) -> Decision:
    """The secretariat, or a section that had a part in it, once nothing more is owed."""
    return (
        _looks_after(by, proposal)
        and PROPOSAL.allows("conclude", proposal.status)
        and _nothing_is_owed(proposal)
    )


def _is_responsible(by: Acting, item: ProposalItem) -> Decision:
    if item.unit_id is not None and by.body is not None and by.body.pk == item.unit_id:
        return True
    return Denied(
        _("Only the section responsible for this item reports on it."),
        _("Responsible for this item: %(unit)s") % {"unit": item.unit} if item.unit_id else "",
    )


def _looks_after(by: Acting, proposal: Proposal) -> Decision:
    intake = holds(by, "proposals.intake")
    if intake:
        return True
    has_a_part = by.body is not None and proposal.items.filter(unit=by.body).exists()
    return holds(by, "proposals.answer") if has_a_part else intake


def _nothing_is_owed(proposal: Proposal) -> Decision:
    unfinished = [item.title for item in proposal.items.all() if not item.is_final]
    if not unfinished:
        return True
    return Denied(
        _("These items are not finished yet: %(items)s") % {"items": "、".join(unfinished)},
        _("The responsible sections report on them first."),
    )
