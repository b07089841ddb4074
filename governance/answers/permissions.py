"""Who drafts, agrees to, approves, decides and publishes an answer (M7)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from governance.proposals.lifecycle import PROPOSAL, WAITING, ProposalStatus
from governance.proposals.models import Proposal, ProposalItem
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import belongs, holds

from .lifecycle import ANSWER
from .models import Answer


def can_draft_answer(by: Acting, item: ProposalItem) -> Decision:
    """起案: the section responsible for the item, as long as the answer is not before the mayor."""
    return (
        holds(by, "proposals.answer") and _is_responsible(by, item) and _is_with_the_sections(item.proposal)
    )


def can_concur_answer(by: Acting, answer: Answer) -> Decision:
    """合議: a cooperating section agrees to the draft, once."""
    return (
        holds(by, "proposals.answer")
        and _cooperates(by, answer.item)
        and _is_latest(answer)
        and _is_with_the_sections(answer.item.proposal)
        and ANSWER.allows("concur", answer.status)
        and _has_not_concurred(by, answer)
    )


def can_approve_answer(by: Acting, answer: Answer) -> Decision:
    """課長の決裁: somebody of the responsible section who did not write the draft."""
    return (
        holds(by, "proposals.answer")
        and _is_responsible(by, answer.item)
        and _is_another_person(by, answer)
        and _is_latest(answer)
        and _is_with_the_sections(answer.item.proposal)
        and ANSWER.allows("approve", answer.status)
        and _all_concur(answer)
    )


def can_send_back_answer(by: Acting, answer: Answer) -> Decision:
    """Whoever has to agree may refuse with a reason: the section, a cooperating one, the mayor."""
    return _is_latest(answer) and _refuses(by, answer) and ANSWER.allows("send_back", answer.status)


def can_extend_proposal(by: Acting, proposal: Proposal) -> Decision:
    """The city takes more time, by whoever receives proposals; never after the answer is out."""
    if proposal.status not in WAITING:
        return Denied(_("The time for the answer is not running."))
    return holds(by, "proposals.intake")


def can_present_proposal(by: Acting, proposal: Proposal) -> Decision:
    """A consequence: the last section has approved its draft, so the answer lies before the mayor."""
    return (
        holds(by, "proposals.answer")
        and PROPOSAL.allows("present", proposal.status)
        and _every_draft_is_approved(proposal)
    )


def can_answer_proposal(by: Acting, proposal: Proposal) -> Decision:
    """決裁: the mayor, once every section has approved what it wrote."""
    if proposal.status == ProposalStatus.ROUTED:
        return holds(by, "mayor.decide") and _every_draft_is_approved(proposal)
    return holds(by, "mayor.decide") and PROPOSAL.allows("answer", proposal.status)


def can_publish_proposal(by: Acting, proposal: Proposal) -> Decision:
    """The secretariat returns the answer, and public relations may carry it to everybody."""
    return holds(by, "proposals.publish") and PROPOSAL.allows("publish", proposal.status)


def can_read_draft_answers(by: Acting, proposal: Proposal) -> Decision:
    """The secretariat, the mayor and the sections read drafts; the committee gets the decided answer."""
    if holds(by, "committee.secretariat") or holds(by, "mayor.decide"):
        return True
    return holds(by, "proposals.answer") and belongs(by)


def _is_with_the_sections(proposal: Proposal) -> Decision:
    if proposal.status == ProposalStatus.ROUTED:
        return True
    return Denied(
        _("This cannot be done while the status is “%(status)s”.") % {"status": proposal.get_status_display()}
    )


def _is_responsible(by: Acting, item: ProposalItem) -> Decision:
    if item.unit_id is not None and by.body is not None and by.body.pk == item.unit_id:
        return True
    return Denied(
        _("Only the section responsible for this item drafts its answer."),
        _("Responsible for this item: %(unit)s") % {"unit": item.unit} if item.unit_id else "",
    )


def _cooperates(by: Acting, item: ProposalItem) -> Decision:
    if by.body is not None and any(unit.pk == by.body.pk for unit in item.cooperating.all()):
        return True
    return Denied(_("Only a section that cooperates on this item agrees to its draft."))


def _is_latest(answer: Answer) -> Decision:
    latest = answer.item.latest_draft
    if latest is not None and latest.pk == answer.pk:
        return True
    return Denied(_("There is a newer draft for this item."))


def _has_not_concurred(by: Acting, answer: Answer) -> Decision:
    if any(row.unit_id == by.body.pk for row in answer.concurrences.all()):
        return Denied(_("Your section has already agreed to this draft."))
    return True


def _is_another_person(by: Acting, answer: Answer) -> Decision:
    if by.person is not None and by.person.pk != answer.drafted_by_id:
        return True
    return Denied(
        _("Whoever wrote the draft does not approve it."),
        _("Ask the head of your section, or a colleague who answers for it."),
    )


def _all_concur(answer: Answer) -> Decision:
    missing = answer.missing_concurrences()
    if not missing:
        return True
    return Denied(
        _("These cooperating sections have not agreed yet: %(units)s")
        % {"units": "、".join(map(str, missing))}
    )


def _refuses(by: Acting, answer: Answer) -> Decision:
    proposal = answer.item.proposal
    if proposal.status in (ProposalStatus.ROUTED, ProposalStatus.PRESENTED) and holds(by, "mayor.decide"):
        return True
    is_theirs = _is_responsible(by, answer.item) or _cooperates(by, answer.item)
    return is_theirs and holds(by, "proposals.answer") and _is_with_the_sections(proposal)


def _every_draft_is_approved(proposal: Proposal) -> Decision:
    items = proposal.items.prefetch_related("drafts")
    drafts = [(item.title, item.latest_draft) for item in items]
    missing = [title for title, draft in drafts if draft is None]
    if missing:
        return Denied(
            _("There is no draft answer yet for: %(items)s") % {"items": "、".join(missing)},
            _("The responsible sections draft the answers first."),
        )
    waiting = [title for title, draft in drafts if not draft.is_approved]
    if waiting:
        return Denied(
            _("The section has not approved its draft yet for: %(items)s") % {"items": "、".join(waiting)}
        )
    return True
