"""A text, or a comparison, as blocks in reading order: what a Word file and a PDF are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from portal.foundation.wareki import wareki

from . import exports
from .comparison_styles import Style
from .models import Rule
from .provisions import Article, Row
from .standing import Standing
from .texts import Text

TITLE, ABOUT, HEADING, CAPTION, LINE, TABLE = "title", "about", "heading", "caption", "line", "table"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or table; a line hangs `depth` steps in behind its label."""

    kind: str
    words: str = ""
    label: str = ""
    depth: int = 0
    rows: tuple[Row, ...] = field(default=())


def blocks(rule: Rule, standing: Standing) -> list[Block]:
    """Title, the day it is the text of, the text, the appendices, every supplementary provision."""
    version = standing.version
    text = version.main_provision if version else None
    about = _("As of %(day)s") % {"day": wareki(standing.day)}
    found = [Block(TITLE, rule.title), Block(ABOUT, about)]
    found += _text(text) if text else [Block(LINE, exports.why_no_text(standing))]
    for entry in exports.supplements(rule, standing):
        found.append(Block(HEADING, "附\u3000則"))
        found += [Block(LINE, words, label) for label, words in entry.supplementary_provision.paragraphs]
    return found


def _text(text: Text) -> list[Block]:
    found = [Block(LINE, line) for line in text.preamble]
    for article in text.articles:
        found += [Block(HEADING, heading.title) for heading in text.headings_before(article.id)]
        found += _article(article)
    for appendix in text.appendices:
        found += [Block(HEADING, f"{appendix.title}{appendix.related}"), *_tables(appendix.rows)]
    return found


def _article(article: Article) -> list[Block]:
    found = [Block(CAPTION, f"({article.caption})")] if article.caption else []
    rows: dict[str, tuple[Row, ...]] = {}
    waiting = [*article.paragraphs]
    while waiting:
        entry = waiting.pop()
        rows[entry.id] = entry.rows
        waiting += entry.items
    for id, label, words, depth in article.placed_lines():
        if ".r" not in id:
            found.append(Block(LINE, words, label, depth))
            found += _tables(rows.get(id, ()))
    return found


def _tables(rows: tuple[Row, ...]) -> list[Block]:
    """Rows of the same width are one table; a single cell is a line."""
    found = []
    for width, group in groupby(rows, key=len):
        entries = tuple(group)
        found += (
            [Block(TABLE, rows=entries)] if width > 1 else [Block(LINE, row[0], depth=1) for row in entries]
        )
    return found


def compared(
    rows: list[dict[str, Any]], style: Style
) -> list[tuple[list[dict[str, str]], list[dict[str, str]]]]:
    """The rows of a comparison for paper, left and right in the order of the style, with its words."""
    words = (style.omitted, style.made, style.gone)
    omitted, made, gone = ([{"kind": "same", "text": said}] for said in words)
    found = []
    for row in rows:
        label = [{"kind": "same", "text": f"{row['label']}\u3000"}] if row["label"] else []
        if row["unchanged"]:
            found.append(([*label, *omitted], [*label, *omitted]))
        else:
            found.append(
                style.ordered(
                    label + row["before"] if row["before"] else made,
                    label + row["after"] if row["after"] else gone,
                )
            )
    return found
