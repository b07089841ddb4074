"""Proposals in the shapes the page components take."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.foundation.templatetags.ui import japanese_date
from residents.models import Body

from .lifecycle import ProposalStatus
from .models import Proposal, ProposalItem

VERBS = {
    "draft": _("Draft begun"),
    "revise": _("Draft worded anew"),
    "adopt": _("Adopted by the committee"),
    "hand_over": _("Handed over to the mayor"),
    "receive": _("Received by the city"),
    "route": _("Given to the responsible sections"),
    "draft_answer": _("Answer drafted"),
    "answer": _("Answer decided by the mayor"),
    "publish": _("Answer returned and published"),
}
INTERNAL = frozenset({"draft", "revise", "draft_answer"})
"""Work on drafts is no step that the public waits for."""

STAGES = (
    (ProposalStatus.ADOPTED, _("Adopted")),
    (ProposalStatus.HANDED_OVER, _("Handed over")),
    (ProposalStatus.RECEIVED, _("Received")),
    (ProposalStatus.ROUTED, _("In the sections")),
    (ProposalStatus.ANSWERED, _("Decided")),
    (ProposalStatus.PUBLISHED, _("Answered")),
)


def listed(proposals: Iterable[Proposal], day: date) -> list[dict[str, Any]]:
    return [
        {
            "title": proposal.title,
            "url": proposal.get_absolute_url(),
            "status": _("Answer overdue") if proposal.is_overdue(day) else proposal.get_status_display(),
            "tone": "danger" if proposal.is_overdue(day) else proposal.tone,
            "meta": f"{proposal.printed_number} {proposal.proposed_by}".strip(),
            "text": waited(proposal, day),
        }
        for proposal in proposals
    ]


def waited(proposal: Proposal, day: date) -> str:
    """How many days the city has had it, or took."""
    days = proposal.days_since_receipt(day)
    if days is None:
        return ""
    if proposal.published_on:
        return ngettext("Answered after %(days)s day", "Answered after %(days)s days", days) % {"days": days}
    since = ngettext("%(days)s day since receipt", "%(days)s days since receipt", days) % {"days": days}
    due = _("answer by %(day)s") % {"day": japanese_date(proposal.answer_due_on)}
    return f"{since} · {due}"


def stages(proposal: Proposal) -> list[dict[str, Any]]:
    """The way of every proposal and where this one stands."""
    order = [status for status, _label in STAGES]
    reached = order.index(proposal.status) if proposal.status in order else -1
    is_over = proposal.status == ProposalStatus.PUBLISHED
    return [
        {
            "label": label,
            "state": "done" if n < reached or is_over else "current" if n == reached else "coming",
        }
        for n, (_status, label) in enumerate(STAGES)
    ]


def history(steps: Iterable[Any], show_internal: bool) -> list[dict[str, Any]]:
    """The public timeline; whoever works on it sees the drafting too."""
    steps = [step for step in steps if show_internal or step.verb not in INTERNAL]
    bodies = {str(body.pk): str(body) for body in Body.objects.filter(pk__in={s.body_id or 0 for s in steps})}
    return [
        {"title": VERBS[step.verb], "at": step.at, "who": bodies.get(step.body_id, ""), "text": step.reason}
        for step in steps
    ]


def items(entries: Iterable[ProposalItem], is_public: bool, may_read_drafts: bool) -> list[dict[str, Any]]:
    """Every item with its section and, once published, its answer; before that only readers of drafts."""
    return [
        {
            "item": item,
            "answer": item.answer if is_public else None,
            "draft": item.latest_draft if may_read_drafts and not is_public else None,
        }
        for item in entries
    ]
