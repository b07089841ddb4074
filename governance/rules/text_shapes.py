"""The text of rules in the shapes the page components take: provisions and comparison rows."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.utils.translation import gettext_lazy as _

from . import provisions
from .comparison_table import ADDED, DELETED, UNCHANGED, Row, Side
from .provisions import Article, Item, item_labels
from .texts import Text


def articles(text: Text, is_addressed: bool = True) -> list[dict[str, Any]]:
    """Every article with its stable address as anchor, and the headings that stand before it."""
    return [
        {**article(entry, is_addressed), "headings": _headings(text, entry.id)} for entry in text.articles
    ]


def _headings(text: Text, before: str) -> list[dict[str, str]]:
    return [{"level": h.level.lower(), "title": h.title} for h in text.headings_before(before)]


def article(entry: Article, is_addressed: bool = True) -> dict[str, Any]:
    """One article; a wording shown a second time on a page goes without anchors."""
    paragraphs = [
        {
            "id": paragraph.id if is_addressed else "",
            "number": entry.paragraph_label(number, paragraph),
            "caption": f"({paragraph.caption})" if paragraph.caption else "",
            "text": paragraph.text,
            "rows": paragraph.rows,
            "items": _items(paragraph.items, entry.style, 0, is_addressed),
        }
        for number, paragraph in enumerate(entry.paragraphs, start=1)
    ]
    caption = f"({entry.caption})" if entry.caption else ""
    return {
        "id": entry.id,
        "label": entry.label or (paragraphs[0]["number"] if paragraphs else ""),
        "caption": caption,
        "paragraphs": paragraphs or [{"text": provisions.DELETED}],
    }


def _items(items: tuple[Item, ...], style: str, depth: int, is_addressed: bool) -> list[dict[str, Any]]:
    return [
        {
            "id": item.id if is_addressed else "",
            "number": label,
            "text": item.text,
            "rows": item.rows,
            "items": _items(item.items, style, depth + 1, is_addressed),
        }
        for item, label in zip(items, item_labels(items, style, depth), strict=True)
    ]


def comparison(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """One row of the table per changed article; articles next to each other that stay are one （略）."""
    shown: list[dict[str, Any]] = []
    for is_folded, group in groupby(rows, key=lambda row: row.is_folded):
        entries = list(group)
        if is_folded:
            first, last = entries[0].new.label, entries[-1].new.label
            label = first if first == last else f"{first}〜{last}"
            shown.append({"label": label, "before": [], "after": [], "unchanged": True})
        else:
            shown += [_row(row) for row in entries]
    return shown


def _row(row: Row) -> dict[str, Any]:
    """An article that only moved keeps its words folded and says from where to where it went."""
    is_same = row.kind == UNCHANGED
    return {
        "label": _label(row, is_same),
        "before": _parts(row.old, "removed"),
        "after": _parts(row.new, "added"),
        "unchanged": is_same,
        "note": _note(row),
    }


def _label(row: Row, is_same: bool) -> str:
    """Articles print their number with their first line; an appendix has only its title."""
    side = row.new or row.old
    has_own = bool(side.lines) and bool(side.lines[0].label)
    return side.label if is_same or not has_own else ""


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
        label = f"{line.label}\u3000" if line.label else ""
        parts.append({"kind": "same", "text": f"{lead}{label}"})
        parts += [_part(segment.text, segment.is_marked, marked) for segment in line.segments]
    return parts


def _part(text: str, is_marked: bool, marked: str) -> dict[str, str]:
    return {"kind": marked if is_marked else "same", "text": text}
