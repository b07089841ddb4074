"""Proposals in the shapes the page components take."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from portal.foundation.printed_dates import japanese_date
from residents.models import Body

from .lifecycle import ProposalStatus as S
from .models import Proposal, ProposalItem
from .record_models import Extension

VERBS = {
    "draft": _("Draft begun"),
    "revise": _("Draft worded anew"),
    "lay_open": _("Reading of the draft begun"),
    "adopt": _("Adopted by the committee"),
    "hand_over": _("Handed over to the mayor"),
    "return_for_correction": _("Returned to the committee for correction"),
    "correct": _("Mended by the committee"),
    "receive": _("Received by the city"),
    "route": _("Given to the responsible sections"),
    "present": _("The sections agree; before the mayor"),
    "send_back": _("Sent back to a section"),
    "answer": _("Answer decided by the mayor"),
    "publish": _("Answer returned and published"),
    "report": _("Progress reported"),
    "conclude": pgettext_lazy("proposal", "Concluded"),
    "withdraw": _("Withdrawn by the committee"),
}
INTERNAL = frozenset({"draft", "revise", "send_back"})
"""Work on drafts is no step that the public waits for."""

STAGES = (
    (_("Handed over"), "handed_over_on"),
    (_("Received"), "received_on"),
    (_("In the sections"), ""),
    (_("Before the mayor"), "answered_on"),
    (_("Answered"), "published_on"),
    (_("Carried out"), ""),
)
NOW_AT = {
    S.ADOPTED: 0,
    S.RETURNED: 0,
    S.HANDED_OVER: 1,
    S.RECEIVED: 2,
    S.ROUTED: 2,
    S.PRESENTED: 3,
    S.ANSWERED: 4,
    S.PUBLISHED: 5,
    S.TRACKED: 5,
    S.CLOSED: len(STAGES),
}
"""What is being done in each status; before its adoption a proposal is on no way yet."""


def listed(proposals: Iterable[Proposal], day: date) -> list[dict[str, Any]]:
    return [
        {
            "title": proposal.title,
            "url": proposal.get_absolute_url(),
            "status": status_words(proposal, day),
            "tone": "danger" if proposal.is_overdue(day) else proposal.tone,
            "meta": f"{proposal.printed_number} {proposal.proposed_by.shown_name}".strip(),
            "text": waited(proposal, day),
        }
        for proposal in proposals
    ]


def status_words(proposal: Proposal, day: date) -> str:
    return gettext("Answer overdue") if proposal.is_overdue(day) else proposal.get_status_display()


def waited(proposal: Proposal, day: date) -> str:
    """How many days the city has had it, or took; before that until when the draft can be read."""
    if proposal.status == S.READING:
        return _("open for reading until %(day)s") % {"day": japanese_date(proposal.reading_until)}
    days = proposal.days_since_receipt(day)
    if days is None or proposal.status == S.WITHDRAWN:
        return ""
    if proposal.published_on:
        return ngettext("Answered after %(days)s day", "Answered after %(days)s days", days) % {"days": days}
    since = ngettext("%(days)s day since receipt", "%(days)s days since receipt", days) % {"days": days}
    due = _("answer by %(day)s") % {"day": japanese_date(proposal.answer_due_on)}
    return f"{since} · {due}"


def stages(proposal: Proposal) -> list[dict[str, Any]]:
    """The way of every proposal and where this one stands; a withdrawn one goes no way."""
    if proposal.status == S.WITHDRAWN:
        return []
    now_at = NOW_AT.get(S(proposal.status), -1)
    return [
        {
            "label": label,
            "state": "done" if n < now_at else "current" if n == now_at else "coming",
            "text": japanese_date(getattr(proposal, field)) if field and n < now_at else "",
        }
        for n, (label, field) in enumerate(STAGES)
    ]


def history(proposal: Proposal, show_internal: bool) -> list[dict[str, Any]]:
    """The public timeline with every extension; whoever works on it sees the drafting too."""
    steps = [step for step in proposal.steps.all() if show_internal or step.verb not in INTERNAL]
    bodies = Body.objects.in_bulk({int(step.body_id) for step in steps if step.body_id})
    rows = [
        {
            "title": step_in_words(step.verb, step.reason),
            "at": step.at,
            "who": bodies[int(step.body_id)].shown_name
            if step.body_id and int(step.body_id) in bodies
            else "",
            "text": "" if step.verb == "report" else step.reason,
        }
        for step in steps
    ]
    rows += [
        {
            "title": extension_in_words(extension),
            "at": extension.at,
            "who": extension.body.shown_name if extension.body else "",
            "text": extension.reason,
            "tone": "warning",
        }
        for extension in proposal.extensions.select_related("body")
    ]
    return sorted(rows, key=lambda row: row["at"])


def extension_in_words(extension: Extension) -> str:
    return gettext("Time for the answer extended to %(day)s") % {"day": japanese_date(extension.to_day)}


def step_in_words(verb: str, reason: str) -> str:
    """What one step says on the timeline and in the feed; a report names its item."""
    if verb == "report":
        return gettext("Progress reported on item %(number)s") % {"number": reason}
    return str(VERBS[verb])


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


def sources(proposal: Proposal) -> dict[str, list[Any]]:
    """The rooms it comes from, and the cited posts that can still be read by everybody."""
    cited = [row.post for row in proposal.citations.select_related("post__forum", "post__author")]
    return {
        "rooms": list(proposal.rooms.order_by("pk")),
        "posts": [post for post in cited if post.is_shown and post.audience == 0],
        "gone": [post for post in cited if not (post.is_shown and post.audience == 0)],
    }
