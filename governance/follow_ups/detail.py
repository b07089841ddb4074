"""All that the page of one proposal shows, and what this person may do on it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from governance.answers import permissions as answering
from governance.proposals import permissions as proposing
from governance.proposals import presenting
from governance.proposals.models import Proposal, ProposalItem
from governance.teams.permissions import can_hand_item_to_team
from portal.foundation import clock
from portal.foundation.acting import GUEST, Acting

from . import permissions, turn

VERBS: list[tuple[str, str | Promise, Any]] = [
    ("proposal-revise", _("Word the draft anew"), proposing.can_revise_proposal),
    ("proposal-lay-open", _("Lay the draft open for reading"), proposing.can_lay_open_proposal),
    ("proposal-adopt", _("Adopt this proposal"), proposing.can_adopt_proposal),
    ("proposal-hand-over", _("Hand over to the mayor"), proposing.can_hand_over_proposal),
    ("proposal-receive", _("Receive this proposal"), proposing.can_receive_proposal),
    ("proposal-return", _("Return for correction"), proposing.can_return_proposal),
    ("proposal-correct", _("Mend the proposal"), proposing.can_correct_proposal),
    ("proposal-route", _("Name the responsible sections"), proposing.can_route_proposal),
    ("proposal-answer", _("Decide the answer"), answering.can_answer_proposal),
    ("proposal-publish", _("Return and publish the answer"), answering.can_publish_proposal),
    ("proposal-extend", _("Extend the time for the answer"), answering.can_extend_proposal),
    ("proposal-assembly", _("Note the standing in the assembly"), proposing.can_note_assembly),
    ("proposal-conclude", _("Conclude this proposal"), permissions.can_conclude_proposal),
    ("proposal-withdraw", _("Withdraw this proposal"), proposing.can_withdraw_proposal),
]
ITEM_VERBS: list[tuple[str, str | Promise, Any]] = [
    ("answer-concur", _("Agree to the draft answer"), answering.can_concur_answer),
    ("answer-endorse", _("Sign the draft answer"), answering.can_endorse_answer),
    ("answer-approve", _("Approve the draft answer"), answering.can_approve_answer),
    ("answer-send-back", _("Send the draft answer back"), answering.can_send_back_answer),
]


def context(found: Proposal, by: Acting) -> dict[str, Any]:
    """For a page on the screen."""
    is_reader_of_drafts = bool(answering.can_read_draft_answers(by, found))
    entries = presenting.items(found.items.all(), found.is_openly_answered, is_reader_of_drafts)
    for entry in entries:
        entry["acts"] = _item_acts(by, found, entry["item"])
    return {
        **_common(found, is_reader_of_drafts or by.body == found.proposed_by),
        "items": entries,
        "acts": _acts(by, found),
    }


def public_context(found: Proposal) -> dict[str, Any]:
    """For a sheet of paper: what everybody may see."""
    return {
        **_common(found, False),
        "items": presenting.items(found.items.all(), found.is_openly_answered, False),
    }


def _common(found: Proposal, is_working_on_it: bool) -> dict[str, Any]:
    today = clock.today()
    return {
        "page_title": found.title,
        "proposal": found,
        "today": today,
        "status_words": presenting.status_words(found, today),
        "waited": presenting.waited(found, today),
        "is_overdue": found.is_overdue(today),
        "turn": turn.of(found, today),
        "stages": presenting.stages(found),
        "steps": presenting.history(found, is_working_on_it),
        "sources": presenting.sources(found),
        "versions": list(found.versions.all()),
        "late_reports": [item for item in found.items.all() if _is_late(item, found, today)],
    }


def _is_late(item: ProposalItem, found: Proposal, today: Any) -> bool:
    return found.is_openly_answered and item.is_report_overdue(today)


def _acts(by: Acting, found: Proposal) -> list[dict[str, Any]]:
    """The verbs this person may do now, as links; the public sees none."""
    if by.is_guest:
        return []
    return [
        {"url": reverse(f"governance:{name}", args=[found.pk]), "text": text}
        for name, text, can in VERBS
        if can(by, found)
    ]


def _item_acts(by: Acting, found: Proposal, item: ProposalItem) -> list[dict[str, Any]]:
    if by == GUEST:
        return []
    draft = item.latest_draft
    names = []
    if answering.can_draft_answer(by, item):
        names.append(("answer-draft", _("Draft the answer")))
    if draft is not None:
        names += [(name, text) for name, text, can in ITEM_VERBS if can(by, draft)]
    if can_hand_item_to_team(by, item):
        names.append(("item-hand-to-team", _("Hand to a team")))
    if permissions.can_report_progress(by, item):
        names.append(("progress-report", _("Report on the progress")))
    return [
        {"url": reverse(f"governance:{name}", args=[found.pk, item.number]), "text": text}
        for name, text in names
    ]
