"""Proposals and answers for other people's programs: JSON and CSV, with licence and freshness."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Max

from governance.proposals.lifecycle import FOLLOWED_UP
from governance.proposals.models import Extension, Proposal, ProposalItem, ProposalStep
from governance.proposals.presenting import INTERNAL
from portal.foundation import clock

LICENCE = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet would compute what begins like this; it gets an apostrophe in front."""


def public_proposals() -> Any:
    """Numbered proposals, oldest first: what was said to the mayor."""
    numbered = Proposal.objects.filter(number__isnull=False).with_drafts()
    return numbered.prefetch_related("steps", "extensions", "versions", "rooms").order_by("number")


def changed_at() -> datetime:
    """When anything in the data last changed; what is late may change with every new day."""
    public = ProposalStep.objects.exclude(verb__in=INTERNAL)
    last = public.aggregate(last=Max("at"))["last"], Extension.objects.aggregate(last=Max("at"))["last"]
    midnight = clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    return max([moment for moment in last if moment is not None], default=midnight)


def about(address: str) -> dict[str, Any]:
    """Who publishes it, how it may be used, how fresh it is."""
    return {
        "title": "提言と回答",
        "publisher": settings.TOWN_NAME,
        "license": LICENCE,
        "attribution": f"{settings.TOWN_NAME}「提言と回答」",
        "source": address,
        "language": settings.LANGUAGE_CODE,
        "last_changed_at": changed_at().isoformat(),
        "as_of": clock.today().isoformat(),
        "update_frequency": "at every step",
    }


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
        "adopted_on": _day(proposal.adopted_on),
        "handed_over_on": _day(proposal.handed_over_on),
        "received_on": _day(proposal.received_on),
        "receipt_number": proposal.receipt_number,
        "answer_due_on": _day(proposal.answer_due_on),
        "is_answer_overdue": proposal.is_overdue(today),
        "assembly_note": proposal.assembly_note or None,
        "embargo_until": _day(proposal.embargo_until),
        "answered_on": _day(proposal.answered_on) if proposal.is_openly_answered else None,
        "published_on": _day(proposal.published_on),
        "rooms": [
            {"title": room.title, "url": absolute(room.get_absolute_url())} for room in proposal.rooms.all()
        ],
        "versions": [
            {
                "number": version.number,
                "sha256": version.digest,
                "frozen_on": _day(version.frozen_on),
                "url": absolute(version.get_absolute_url()),
            }
            for version in proposal.versions.all()
        ],
        "extensions": [
            {"from": _day(row.from_day), "to": _day(row.to_day), "reason": row.reason}
            for row in proposal.extensions.all()
        ],
        "history": [
            {"verb": step.verb, "at": step.at.isoformat()}
            for step in proposal.steps.all()
            if step.verb not in INTERNAL
        ],
        "items": [_item(proposal, item, today) for item in proposal.items.all()],
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
        "next_report_by": _day(item.report_due_on),
        "is_report_overdue": proposal.status in FOLLOWED_UP and item.is_report_overdue(today),
        "reports": [
            {"on": _day(row.reported_on), "progress": row.progress, "text": row.text}
            for row in item.reports.all()
        ],
        "milestones": [
            {"title": row.title, "due_on": _day(row.due_on), "reached_on": _day(row.reached_on)}
            for row in item.milestones.all()
        ],
    }


COLUMNS: list[tuple[str, str, str, Callable[[dict[str, Any], dict[str, Any]], Any]]] = [
    ("proposal_number", "提言番号", "integer", lambda p, i: p["number"]),
    ("proposal_title", "提言名", "string", lambda p, i: p["title"]),
    ("item_number", "項目番号", "integer", lambda p, i: i["number"]),
    ("item_title", "項目", "string", lambda p, i: i["title"]),
    ("item_text", "内容", "string", lambda p, i: i["text"]),
    ("section", "担当課", "string", lambda p, i: i["section"]),
    ("status", "状態", "string", lambda p, i: p["status"]),
    ("adopted_on", "決議日", "date", lambda p, i: p["adopted_on"]),
    ("received_on", "受付日", "date", lambda p, i: p["received_on"]),
    ("answer_due_on", "回答期限", "date", lambda p, i: p["answer_due_on"]),
    ("is_answer_overdue", "回答期限超過", "boolean", lambda p, i: p["is_answer_overdue"]),
    ("assembly_note", "議会との関係", "string", lambda p, i: p["assembly_note"]),
    ("embargo_until", "公表解禁日", "date", lambda p, i: p["embargo_until"]),
    ("published_on", "回答公表日", "date", lambda p, i: p["published_on"]),
    ("result", "回答結果", "string", lambda p, i: (i["answer"] or {}).get("result")),
    ("answer", "回答", "string", lambda p, i: (i["answer"] or {}).get("text")),
    ("reason", "理由", "string", lambda p, i: (i["answer"] or {}).get("reason")),
    ("progress", "進み具合", "string", lambda p, i: i["progress"]),
    ("next_report_by", "次の報告期限", "date", lambda p, i: i["next_report_by"]),
    ("is_report_overdue", "報告期限超過", "boolean", lambda p, i: i["is_report_overdue"]),
    ("url", "アドレス", "anyURI", lambda p, i: p["url"]),
]
"""column, its Japanese name, its type, and where its value stands."""


def as_csv(proposals: list[dict[str, Any]]) -> bytes:
    """One line an item, UTF-8 with the mark that spreadsheets look for (BOM)."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([name for name, *_rest in COLUMNS])
    for proposal in proposals:
        for item in proposal["items"]:
            writer.writerow([_cell(value(proposal, item)) for _name, _label, _type, value in COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def csv_metadata(table: str, address: str) -> dict[str, Any]:
    """What the columns mean, in the form of CSV on the Web (W3C)."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": settings.LANGUAGE_CODE}],
        "url": table,
        "dc:title": "提言と回答(項目ごと)",
        "dc:publisher": settings.TOWN_NAME,
        "dc:license": {"@id": LICENCE["url"]},
        "dc:modified": changed_at().isoformat(),
        "dc:source": address,
        "tableSchema": {
            "columns": [
                {"name": name, "titles": {"ja": label}, "datatype": kind}
                for name, label, kind, _value in COLUMNS
            ]
        },
    }


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
