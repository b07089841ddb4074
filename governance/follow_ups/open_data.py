"""Proposals and answers for other people's programs: JSON and CSV, with licence and freshness."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.db.models import Max

from governance.proposals.lifecycle import FOLLOWED_UP
from governance.proposals.models import Proposal, ProposalItem, ProposalStep
from governance.proposals.presenting import INTERNAL
from governance.proposals.record_models import Extension, ProposalVersion
from portal.foundation import clock
from portal.foundation.open_data import Column, DataSet, day, latest


def public_proposals() -> Any:
    """Numbered proposals, oldest first: what was said to the mayor."""
    numbered = Proposal.objects.filter(number__isnull=False).with_drafts()
    return numbered.prefetch_related("steps", "extensions", "versions", "rooms").order_by("number")


def changed_at() -> datetime:
    """When anything in the data last changed; what is late may change with every new day."""
    public = ProposalStep.objects.exclude(verb__in=INTERNAL)
    return latest(
        public.aggregate(last=Max("at"))["last"], Extension.objects.aggregate(last=Max("at"))["last"]
    )


def data_set(source: str) -> DataSet:
    """Whose data it is, and when anything in it last changed."""
    return DataSet("提言と回答", source, changed_at(), "at every step")


def as_json(absolute: Callable[[str], str]) -> list[dict[str, Any]]:
    today = clock.today()
    return [_proposal(proposal, today, absolute) for proposal in public_proposals()]


def _proposal(proposal: Proposal, today: date, absolute: Callable[[str], str]) -> dict[str, Any]:
    return {
        "number": proposal.number,
        "printed_number": proposal.printed_number,
        "url": absolute(proposal.get_absolute_url()),
        "kind": proposal.kind,
        "title": proposal.title,
        "background": proposal.background,
        "proposed_by": proposal.proposed_by.name,
        "status": proposal.status,
        "adopted_on": day(proposal.adopted_on),
        "handed_over_on": day(proposal.handed_over_on),
        "received_on": day(proposal.received_on),
        "receipt_number": proposal.receipt_number,
        "answer_due_on": day(proposal.answer_due_on),
        "is_answer_overdue": proposal.is_overdue(today),
        "assembly_note": proposal.assembly_note or None,
        "embargo_until": day(proposal.embargo_until),
        "answered_on": day(proposal.answered_on) if proposal.is_openly_answered else None,
        "published_on": day(proposal.published_on),
        "rooms": [
            {"title": room.title, "url": absolute(room.get_absolute_url())} for room in proposal.rooms.all()
        ],
        "versions": [_version(version, absolute) for version in proposal.versions.all()],
        "extensions": [
            {"from": day(row.from_day), "to": day(row.to_day), "reason": row.reason}
            for row in proposal.extensions.all()
        ],
        "history": [
            {"verb": step.verb, "at": step.at.isoformat()}
            for step in proposal.steps.all()
            if step.verb not in INTERNAL
        ],
        "items": [_item(proposal, item, today) for item in proposal.items.all()],
    }


def _version(version: ProposalVersion, absolute: Callable[[str], str]) -> dict[str, Any]:
    return {
        "number": version.number,
        "sha256": version.digest,
        "frozen_on": day(version.frozen_on),
        "url": absolute(version.get_absolute_url()),
    }


def _item(proposal: Proposal, item: ProposalItem, today: date) -> dict[str, Any]:
    answer = item.answer if proposal.is_openly_answered else None
    return {
        "number": item.number,
        "title": item.title,
        "text": item.text,
        "section": item.unit.name if item.unit else None,
        "cooperating_sections": [unit.name for unit in item.cooperating.all()],
        "answer": {"result": answer.result, "text": answer.text, "reason": answer.reason} if answer else None,
        "progress": item.progress or None,
        "next_report_by": day(item.report_due_on),
        "is_report_overdue": proposal.status in FOLLOWED_UP and item.is_report_overdue(today),
        "reports": [
            {"on": day(row.reported_on), "progress": row.progress, "text": row.text}
            for row in item.reports.all()
        ],
        "milestones": [
            {"title": row.title, "due_on": day(row.due_on), "reached_on": day(row.reached_on)}
            for row in item.milestones.all()
        ],
    }


COLUMNS = [
    Column("proposal_number", "提言番号", "integer", lambda row: row[0]["number"]),
    Column("proposal_title", "提言名", "string", lambda row: row[0]["title"]),
    Column("item_number", "項目番号", "integer", lambda row: row[1]["number"]),
    Column("item_title", "項目", "string", lambda row: row[1]["title"]),
    Column("item_text", "内容", "string", lambda row: row[1]["text"]),
    Column("section", "担当課", "string", lambda row: row[1]["section"]),
    Column("status", "状態", "string", lambda row: row[0]["status"]),
    Column("adopted_on", "決議日", "date", lambda row: row[0]["adopted_on"]),
    Column("received_on", "受付日", "date", lambda row: row[0]["received_on"]),
    Column("answer_due_on", "回答期限", "date", lambda row: row[0]["answer_due_on"]),
    Column("is_answer_overdue", "回答期限超過", "boolean", lambda row: row[0]["is_answer_overdue"]),
    Column("assembly_note", "議会との関係", "string", lambda row: row[0]["assembly_note"]),
    Column("embargo_until", "公表解禁日", "date", lambda row: row[0]["embargo_until"]),
    Column("published_on", "回答公表日", "date", lambda row: row[0]["published_on"]),
    Column("result", "回答結果", "string", lambda row: (row[1]["answer"] or {}).get("result")),
    Column("answer", "回答", "string", lambda row: (row[1]["answer"] or {}).get("text")),
    Column("reason", "理由", "string", lambda row: (row[1]["answer"] or {}).get("reason")),
    Column("progress", "進み具合", "string", lambda row: row[1]["progress"]),
    Column("next_report_by", "次の報告期限", "date", lambda row: row[1]["next_report_by"]),
    Column("is_report_overdue", "報告期限超過", "boolean", lambda row: row[1]["is_report_overdue"]),
    Column("url", "アドレス", "anyURI", lambda row: row[0]["url"]),
]


def item_rows(proposals: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """One line an item, with the proposal it belongs to."""
    return [(proposal, item) for proposal in proposals for item in proposal["items"]]
