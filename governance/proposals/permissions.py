"""Who may do what with a proposal (M7), each answer with its reason."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from governance.resolutions.lifecycle import Competence, ResolutionStatus
from governance.resolutions.models import Resolution
from governance.seats.models import Office
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import belongs, holds

from .lifecycle import PROPOSAL
from .models import Proposal, ProposalItem


def can_draft_proposal(by: Acting) -> Decision:
    """The committee, or somebody it has lent the task to (a caretaker)."""
    return holds(by, "committee.steering")


def can_revise_proposal(by: Acting, proposal: Proposal) -> Decision:
    return can_draft_proposal(by) and PROPOSAL.allows("revise", proposal.status)


def can_adopt_proposal(by: Acting, proposal: Proposal, resolution: Resolution | None = None) -> Decision:
    """第6条, 第9条第3号: the committee finds by resolution that the proposal is necessary."""
    return (
        _is_its_committee(by, proposal)
        and PROPOSAL.allows("adopt", proposal.status)
        and _rests_on_a_resolution(proposal, resolution)
    )


def can_hand_over_proposal(by: Acting, proposal: Proposal) -> Decision:
    return _chairs_or_serves(by, proposal) and PROPOSAL.allows("hand_over", proposal.status)


def can_receive_proposal(by: Acting, proposal: Proposal) -> Decision:
    return holds(by, "proposals.intake") and PROPOSAL.allows("receive", proposal.status)


def can_route_proposal(by: Acting, proposal: Proposal) -> Decision:
    return holds(by, "proposals.intake") and PROPOSAL.allows("route", proposal.status)


def can_draft_answer(by: Acting, item: ProposalItem) -> Decision:
    return (
        holds(by, "proposals.answer")
        and _is_responsible(by, item)
        and PROPOSAL.allows("draft_answer", item.proposal.status)
    )


def can_answer_proposal(by: Acting, proposal: Proposal) -> Decision:
    return (
        holds(by, "mayor.decide")
        and PROPOSAL.allows("answer", proposal.status)
        and _every_item_has_a_draft(proposal)
    )


def can_publish_proposal(by: Acting, proposal: Proposal) -> Decision:
    """The secretariat returns the answer, and public relations may carry it to everybody."""
    return holds(by, "proposals.publish") and PROPOSAL.allows("publish", proposal.status)


def can_read_draft_answers(by: Acting, proposal: Proposal) -> Decision:
    """The secretariat, the mayor and the sections read drafts; the committee gets the decided answer."""
    if holds(by, "committee.secretariat") or holds(by, "mayor.decide"):
        return True
    return holds(by, "proposals.answer") and belongs(by)


def resolutions_for(proposal: Proposal) -> QuerySet[Resolution]:
    """Adopted resolutions of the committee that name this proposal and carry no other one."""
    adopted = Resolution.objects.adopted().of_body(proposal.proposed_by).about(Competence.PROPOSALS)
    named = adopted.filter(title__contains=proposal.title) | adopted.filter(text__contains=proposal.title)
    return named.filter(proposal__isnull=True)


def _is_its_committee(by: Acting, proposal: Proposal) -> Decision:
    if by.body is not None and by.body == proposal.proposed_by:
        return holds(by, "committee.steering")
    return Denied(_("Only the committee that drafted this proposal may adopt it."))


def _chairs_or_serves(by: Acting, proposal: Proposal) -> Decision:
    if holds(by, "committee.secretariat"):
        return True
    chairs = Office.objects.of_body(proposal.proposed_by).on(clock.today()).chairs()
    if by.body == proposal.proposed_by and chairs.filter(seat__person=by.person).exists():
        return True
    return Denied(_("Only the chair or the secretariat hands a proposal over to the mayor."))


def _rests_on_a_resolution(proposal: Proposal, resolution: Resolution | None) -> Decision:
    if resolution is None:
        return resolutions_for(proposal).exists() or Denied(
            _("The committee has not adopted a resolution that names this proposal."),
            _("Move it in a meeting of the committee, resting on Article 9 item 3."),
        )
    if resolution.status != ResolutionStatus.ADOPTED or resolution.body_id != proposal.proposed_by_id:
        return Denied(_("This is not an adopted resolution of the committee."))
    if resolution.competence != Competence.PROPOSALS:
        return Denied(_("This resolution does not rest on Article 9 item 3 (proposals)."))
    if proposal.title not in f"{resolution.title} {resolution.text}":
        return Denied(_("This resolution does not name this proposal."))
    if Proposal.objects.filter(resolution=resolution).exists():
        return Denied(_("This resolution has already been carried out."))
    return True


def _is_responsible(by: Acting, item: ProposalItem) -> Decision:
    if item.unit_id is not None and by.body is not None and by.body.pk == item.unit_id:
        return True
    return Denied(
        _("Only the section responsible for this item drafts its answer."),
        _("Responsible for this item: %(unit)s") % {"unit": item.unit} if item.unit_id else "",
    )


def _every_item_has_a_draft(proposal: Proposal) -> Decision:
    items = proposal.items.prefetch_related("drafts")
    missing = [item.title for item in items if item.latest_draft is None]
    if not missing:
        return True
    return Denied(
        _("There is no draft answer yet for: %(items)s") % {"items": "、".join(missing)},
        _("The responsible sections draft the answers first."),
    )
