"""The text of a rule as the law knows it: articles 条, paragraphs 項 and items 号.

A provision is known by an id that never changes; its number may. Paragraphs and items are numbered by
their place; articles carry their number, because they may have branch numbers (第3条の2 is "3_2") and
may keep a number after they were deleted (第5条 削除). No Django here: text in, text out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

WIDE_SPACE = "\u3000"


@dataclass(frozen=True, slots=True)
class Item:
    """号: one entry of a list, printed (1), (2) …"""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """項: the first has no printed number, the second is printed 2."""

    id: str
    text: str
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """条: with its caption 見出し. Without paragraphs it reads 削除 and only keeps its number."""

    id: str
    number: str
    caption: str = ""
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def label(self) -> str:
        return article_label(self.number)

    @property
    def is_deleted(self) -> bool:
        return not self.paragraphs

    def lines(self) -> Iterator[tuple[str, str, str]]:
        """(id, printed label, words) of every line below the caption, in reading order."""
        if self.is_deleted:
            yield self.id, self.label, "削除"
        for number, paragraph in enumerate(self.paragraphs, start=1):
            yield paragraph.id, self.label if number == 1 else str(number), paragraph.text
            for place, item in enumerate(paragraph.items, start=1):
                yield item.id, f"({place})", item.text

    def plain(self) -> str:
        heading = [f"({self.caption})"] if self.caption else []
        return "\n".join(heading + [f"{label}{WIDE_SPACE}{words}" for _, label, words in self.lines()])


@dataclass(frozen=True, slots=True)
class Text:
    """本則: the main provision of one version."""

    articles: tuple[Article, ...] = ()

    def article(self, id: str) -> Article | None:
        return next((article for article in self.articles if article.id == id), None)

    def numbered(self, number: str) -> Article | None:
        return next((article for article in self.articles if article.number == number), None)

    def article_of(self, provision: str) -> Article | None:
        """The article in which a provision stands, whichever of its lines is asked for."""
        return next((article for article in self.articles if provision in ids_of([article])), None)

    def plain(self) -> str:
        return "\n".join(article.plain() for article in self.articles)

    def label(self, provision: str) -> str:
        """第8条第1項, 第9条第4号: how other rules would cite this provision ("" when it is not here)."""
        article = self.article_of(provision)
        if article is None or provision == article.id:
            return article.label if article else ""
        for number, paragraph in enumerate(article.paragraphs, start=1):
            place = f"第{number}項" if len(article.paragraphs) > 1 else ""
            if provision == paragraph.id:
                return article.label + place
            for count, item in enumerate(paragraph.items, start=1):
                if provision == item.id:
                    return f"{article.label}{place}第{count}号"
        return article.label

    def to_json(self) -> dict:
        return {"articles": [article_to_json(article) for article in self.articles]}

    @classmethod
    def from_json(cls, data: dict) -> Text:
        return cls(tuple(article_from_json(article) for article in data["articles"]))


@dataclass(frozen=True, slots=True)
class Supplement:
    """附則: comes with a version, is listed under the text and never merged into it."""

    paragraphs: tuple[tuple[str, str], ...] = field(default=())

    def plain(self) -> str:
        lines = [f"{label}{WIDE_SPACE}{words}" if label else words for label, words in self.paragraphs]
        return "\n".join([f"附{WIDE_SPACE}則", *lines])

    def to_json(self) -> dict:
        return {"paragraphs": [{"label": label, "text": words} for label, words in self.paragraphs]}

    @classmethod
    def from_json(cls, data: dict) -> Supplement:
        return cls(tuple((entry["label"], entry["text"]) for entry in data["paragraphs"]))

    @classmethod
    def of(cls, *sentences: str) -> Supplement:
        """A single paragraph stands without a number, several are numbered from 1."""
        return cls(
            tuple((str(n) if len(sentences) > 1 else "", words) for n, words in enumerate(sentences, start=1))
        )


def article_label(number: str) -> str:
    """ "8" → 第8条, "3_2" → 第3条の2."""
    base, *branches = number.split("_")
    return f"第{base}条" + "".join(f"の{branch}" for branch in branches)


def article_to_json(article: Article) -> dict:
    paragraphs = [
        {
            "id": paragraph.id,
            "text": paragraph.text,
            "items": [{"id": item.id, "text": item.text} for item in paragraph.items],
        }
        for paragraph in article.paragraphs
    ]
    return {
        "id": article.id,
        "number": article.number,
        "caption": article.caption,
        "paragraphs": paragraphs,
    }


def article_from_json(data: dict) -> Article:
    paragraphs = tuple(
        Paragraph(entry["id"], entry["text"], tuple(Item(i["id"], i["text"]) for i in entry["items"]))
        for entry in data["paragraphs"]
    )
    return Article(data["id"], data["number"], data["caption"], paragraphs)


def ids_of(articles: Iterable[Article]) -> set[str]:
    """Every id in use; a new provision may take none of them."""
    found: set[str] = set()
    for article in articles:
        found.add(article.id)
        for paragraph in article.paragraphs:
            found |= {paragraph.id, *(item.id for item in paragraph.items)}
    return found


def fresh_id(wanted: str, taken: set[str]) -> str:
    """The wanted id, or the next free one with a letter: an id once used is never given away again."""
    candidate, letter = wanted, ord("b")
    while candidate in taken:
        candidate, letter = f"{wanted}{chr(letter)}", letter + 1
    taken.add(candidate)
    return candidate


def renumbered(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Close the gaps: articles count from 1; a branch number stays with the article before it."""
    done: list[Article] = []
    base, branch = 0, 1
    for article in articles:
        if "_" in article.number and base:
            branch += 1
            done.append(replace(article, number=f"{base}_{branch}"))
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
