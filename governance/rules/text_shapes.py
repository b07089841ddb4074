"""The text of rules in the shapes the page components take: provisions and comparison rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from .comparison_table import ADDED, DELETED, Row, Side
from .provisions import Article, Text


def articles(text: Text) -> list[dict[str, Any]]:
    """Every article with its stable address as anchor."""
    return [article(entry) for entry in text.articles]


def article(entry: Article) -> dict[str, Any]:
    paragraphs = [
        {
            "id": paragraph.id,
            "number": str(number),
            "text": paragraph.text,
            "items": [
                {"id": item.id, "number": f"({place})", "text": item.text}
                for place, item in enumerate(paragraph.items, start=1)
            ],
        }
        for number, paragraph in enumerate(entry.paragraphs, start=1)
    ]
    caption = f"({entry.caption})" if entry.caption else ""
    return {
        "id": entry.id,
        "label": entry.label,
        "caption": caption,
        "paragraphs": paragraphs or [{"text": "削除"}],
    }


def comparison(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """One row of the table per article; an article that only moved says from where to where."""
    return [
        {
            "label": (row.new or row.old).label,
            "before": _parts(row.old, "removed"),
            "after": _parts(row.new, "added"),
            "unchanged": row.is_folded,
            "note": _note(row),
        }
        for row in rows
    ]


def _note(row: Row) -> str:
    if row.kind == ADDED:
        return _("New article")
    if row.kind == DELETED:
        return _("Article deleted")
    if row.moved and row.old.label != row.new.label:
        return _("Moved: %(old)s becomes %(new)s") % {"old": row.old.label, "new": row.new.label}
    return _("Moved to another place") if row.moved else ""


def _parts(side: Side | None, marked: str) -> list[dict[str, str]]:
    """The caption and the lines of one side as runs of same and changed words."""
    if side is None:
        return []
    parts: list[dict[str, str]] = []
    if side.caption:
        parts.append({"kind": "same", "text": "("})
        parts += [_part(segment.text, segment.is_marked, marked) for segment in side.caption]
        parts.append({"kind": "same", "text": ")\n"})
    for place, line in enumerate(side.lines):
        lead = "" if place == 0 else "\n"
        if line.is_label_marked:
            parts.append({"kind": "same", "text": lead})
            parts.append({"kind": marked, "text": f"{line.label}\u3000{line.text}"})
            continue
        parts.append({"kind": "same", "text": f"{lead}{line.label}\u3000"})
        parts += [_part(segment.text, segment.is_marked, marked) for segment in line.segments]
    return parts


def _part(text: str, is_marked: bool, marked: str) -> dict[str, str]:
    return {"kind": marked if is_marked else "same", "text": text}
