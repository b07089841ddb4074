"""The whole text of a version: articles under their headings, a preamble before, appendices behind.

No Django here: text in, text out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from . import numbering
from .provisions import (
    Article,
    Item,
    Row,
    article_from_json,
    article_to_json,
    ids_of,
    item_labels,
    row_line,
    rows_from_json,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """編 章 節 款 目: stands before the article it names and holds until the next one of its height."""

    level: str
    number: str
    title: str
    before: str


@dataclass(frozen=True, slots=True)
class Appendix:
    """別表, 様式 …: its title, the articles it belongs to, and its rows; a plain line is a row of one cell."""

    id: str
    title: str
    related: str = ""
    rows: tuple[Row, ...] = ()
    kind: str = "AppdxTable"

    def plain(self) -> str:
        lines = [row_line(row) if len(row) > 1 else row[0] for row in self.rows]
        return "\n".join([f"{self.title}{self.related}", *lines])


@dataclass(frozen=True, slots=True)
class Text:
    """本則 of one version with its headings, the preamble before it and the appendices behind it."""

    articles: tuple[Article, ...] = ()
    headings: tuple[Heading, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    preamble: tuple[str, ...] = ()

    def article(self, id: str) -> Article | None:
        return next((article for article in self.articles if article.id == id), None)

    def numbered(self, number: str) -> Article | None:
        return next((article for article in self.articles if article.number == number), None)

    def article_of(self, provision: str) -> Article | None:
        """The article in which a provision stands, whichever of its lines is asked for."""
        line = provision.split(".r")[0]
        return next((article for article in self.articles if line in ids_of([article])), None)

    def headings_before(self, article: str) -> list[Heading]:
        return [heading for heading in self.headings if heading.before == article]

    def with_articles(self, articles: Iterable[Article]) -> Text:
        """The same text around other articles; the heading of one that goes stands before the next."""
        articles = tuple(articles)
        here, order = {a.id for a in articles}, [a.id for a in self.articles]
        moved = []
        for heading in self.headings:
            behind = order[order.index(heading.before) :] if heading.before in order else []
            before = next((id for id in behind if id in here), "")
            if before:
                moved.append(replace(heading, before=before))
        return replace(self, articles=articles, headings=tuple(moved))

    def plain(self) -> str:
        parts = list(self.preamble)
        for article in self.articles:
            parts += [heading.title for heading in self.headings_before(article.id)]
            parts.append(article.plain())
        return "\n".join(parts + [f"\n{appendix.plain()}" for appendix in self.appendices])

    def label(self, provision: str) -> str:
        """第8条第1項, 第9条第4号, 第2条第1号ロ: how other rules cite this ("" when it is not here)."""
        appendix = next((entry for entry in self.appendices if entry.id == provision), None)
        if appendix:
            return appendix.title
        article, line = self.article_of(provision), provision.split(".r")[0]
        if article is None or line == article.id:
            return article.label if article else ""
        for number, paragraph in enumerate(article.paragraphs, start=1):
            figure = numbering.kanji(number) if article.style == numbering.LAW else number
            place = f"第{figure}項" if len(article.paragraphs) > 1 else ""
            if line == paragraph.id:
                return article.label + place
            if below := _path(paragraph.items, line, article.style):
                return article.label + place + below
        return article.label

    def to_json(self) -> dict[str, Any]:
        around = {"headings": self.headings, "appendices": self.appendices}
        stored: dict[str, Any] = {"articles": [article_to_json(article) for article in self.articles]}
        stored |= {name: [asdict(entry) for entry in entries] for name, entries in around.items() if entries}
        return stored | ({"preamble": list(self.preamble)} if self.preamble else {})

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Text:
        appendices = [{**entry, "rows": rows_from_json(entry)} for entry in data.get("appendices", ())]
        return cls(
            tuple(article_from_json(article) for article in data["articles"]),
            tuple(Heading(**entry) for entry in data.get("headings", ())),
            tuple(Appendix(**entry) for entry in appendices),
            tuple(data.get("preamble", ())),
        )


def _path(items: tuple[Item, ...], id: str, style: str, depth: int = 0) -> str:
    """第4号, 第4号ロ … down to the entry, "" when it is not among these."""
    for item, label in zip(items, item_labels(items, style, depth), strict=True):
        base, *branch = re.split("の", label, maxsplit=1)
        own = label
        if depth == 0:
            own = f"第{base.strip('()')}号" + "".join(f"の{rest}" for rest in branch)
        if item.id == id:
            return own
        if below := _path(item.items, id, style, depth + 1):
            return own + below
    return ""


def renumbered(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Close the gaps: articles count from 1; a branch number stays with the article before it."""
    done: list[Article] = []
    base, branch = 0, 1
    for article in articles:
        if "_" in article.number and base:
            branch += 1
            done.append(replace(article, number=f"{base}_{branch}"))
        elif ":" in article.number or not article.number:
            first, _, last = article.number.partition(":")
            run = int(last) - int(first) if first.isdigit() and last.isdigit() else 0
            number = f"{base + 1}:{base + 1 + run}" if run else article.number
            base, branch = base + (run + 1 if run else 0), 1
            done.append(replace(article, number=number))
        else:
            base, branch = base + 1, 1
            done.append(replace(article, number=str(base)))
    return tuple(done)


def blanks(text: Text) -> list[str]:
    """Citations of provisions that still hold ○, the mark of a number the enacting body must fill in."""
    return [
        text.label(id)
        for article in text.articles
        for id, _, words in article.lines()
        if re.search("[○〇◯]", words)
    ]
