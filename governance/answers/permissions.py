"""Who drafts, agrees to, approves, decides and publishes an answer (M7)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from governance.proposals.lifecycle import PROPOSAL, WAITING, ProposalStatus
from governance.proposals.models import Proposal, ProposalItem
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from portal.foundation.printed_dates import japanese_date
from residents.models import Body
from residents.roles.holdings import belongs, holds

from .lifecycle import ANSWER
from .models import Answer, chain_of


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


def can_endorse_answer(by: Acting, answer: Answer) -> Decision:
    """回議: a grade below the last of the section's approval chain signs, one after another."""
    return _may_sign(by, answer, "endorse") and _others_sign_after(answer)


def can_approve_answer(by: Acting, answer: Answer) -> Decision:
    """決裁: the last grade of the section's chain, by somebody who neither wrote nor signed the draft."""
    return _may_sign(by, answer, "approve") and _is_the_last_to_sign(answer) and _all_concur(answer)


def can_set_approval_chain(by: Acting, unit: Body) -> Decision:
    """承認経路: the section itself, or the secretariat for it."""
    if by.body is not None and by.body == unit:
        return holds(by, "proposals.answer")
    return holds(by, "proposals.intake")


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
    return (
        holds(by, "proposals.publish")
        and PROPOSAL.allows("publish", proposal.status)
        and _the_assembly_has_been_told(proposal)
    )


def can_read_draft_answers(by: Acting, proposal: Proposal) -> Decision:
    """The secretariat, the mayor and the sections read drafts; the committee gets the decided answer."""
    if holds(by, "committee.secretariat") or holds(by, "mayor.decide"):
        return True
    return holds(by, "proposals.answer") and belongs(by)


def can_read_approval_chains(by: Acting) -> Decision:
    """Whoever works on answers knows who signs them."""
    return holds(by, "proposals.intake") or holds(by, "proposals.answer")


def _the_assembly_has_been_told(proposal: Proposal) -> Decision:
    if not proposal.is_held_back(clock.today()):
        return True
    return Denied(
        _("The answer is held back until %(day)s because of the assembly: %(note)s")
        % {"day": japanese_date(proposal.embargo_until), "note": proposal.assembly_note},
        _("The secretariat can change the note on the assembly."),
    )


def _may_sign(by: Acting, answer: Answer, verb: str) -> Decision:
    return (
        holds(by, "proposals.answer")
        and _stands_at_the_next_grade(by, answer)
        and _is_another_person(by, answer)
        and _is_latest(answer)
        and _is_with_the_sections(answer.item.proposal)
        and ANSWER.allows(verb, answer.status)
    )


def _stands_at_the_next_grade(by: Acting, answer: Answer) -> Decision:
    """The section answers for its item today; where somebody has the position, only they sign for it."""
    if answer.item.unit_id != answer.unit_id:
        return Denied(_("This section is no longer responsible for the item."))
    grade = answer.next_grade()
    if by.body is None or by.body.pk != grade.body.pk:
        return Denied(
            _("Somebody of another body signs next."),
            _("Signs next: %(unit)s %(position)s") % {"unit": grade.body, "position": grade.title},
        )
    holders = set(grade.body.members_on(post=grade.title)) if grade.title else set()
    if holders and by.person not in holders:
        return Denied(_("This signature belongs to the position “%(position)s”.") % {"position": grade.title})
    return True


def _others_sign_after(answer: Answer) -> Decision:
    if not answer.next_grade().is_last:
        return True
    return Denied(_("No grade below the last has to sign any more; the last one approves."))


def _is_the_last_to_sign(answer: Answer) -> Decision:
    grade = answer.next_grade()
    if grade.is_last:
        return True
    return Denied(_("“%(position)s” signs before the last grade approves.") % {"position": grade.title})


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
    if by.person is not None and any(row.person_id == by.person.pk for row in answer.approvals.all()):
        return Denied(_("Nobody signs the same draft in two positions."))
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
    is_theirs = (
        _is_responsible(by, answer.item) or _cooperates(by, answer.item) or _is_in_the_chain(by, answer)
    )
    return is_theirs and holds(by, "proposals.answer") and _is_with_the_sections(proposal)


def _is_in_the_chain(by: Acting, answer: Answer) -> Decision:
    if by.body is not None and any(grade.body.pk == by.body.pk for grade in chain_of(answer.unit)):
        return True
    return Denied(_("Only a body of the approval chain sends a draft back."))


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
