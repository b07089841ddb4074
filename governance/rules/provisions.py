"""The text of a rule as the law knows it: articles 条, paragraphs 項, items 号 and what stands below them.

A provision is known by an id that never changes; its number may. Paragraphs and items are numbered by
their place unless they carry a number of their own (第2号の2); articles carry theirs, because they may
have branch numbers (第3条の2 is "3_2") and may keep a number after they were deleted (第5条 削除).
No Django here: text in, text out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from . import numbering
from .numbering import article_label

WIDE_SPACE = "\u3000"
DELETED = "削除"
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """号, or a 号の細分 when it stands in another item; printed (1), (2) … and イ, ロ … below."""

    id: str
    text: str
    items: tuple[Item, ...] = ()
    rows: tuple[Row, ...] = ()
    number: str = ""
    printed: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """項: the first has no printed number, the second is printed 2. `rows` is a table under the words."""

    id: str
    text: str
    items: tuple[Item, ...] = ()
    rows: tuple[Row, ...] = ()
    caption: str = ""
    printed: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """条: with its caption 見出し. Without paragraphs it reads 削除 and only keeps its number.

    An article without a number holds the paragraphs of a text that has no articles.
    """

    id: str
    number: str
    caption: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    style: str = numbering.TOWN

    @property
    def label(self) -> str:
        return article_label(self.number, self.style)

    @property
    def is_deleted(self) -> bool:
        return not self.paragraphs

    def lines(self) -> Iterator[tuple[str, str, str]]:
        """(id, printed label, words) of every line below the caption, in reading order."""
        return ((id, label, words) for id, label, words, _ in self.placed_lines())

    def placed_lines(self) -> Iterator[tuple[str, str, str, int]]:
        """The lines with how deep each stands: 0 paragraph, 1 item, 2 イロハ …"""
        if self.is_deleted:
            yield self.id, self.label, DELETED, 0
        for place, paragraph in enumerate(self.paragraphs, start=1):
            yield paragraph.id, self.paragraph_label(place, paragraph), paragraph.text, 0
            yield from _rows(paragraph, 1)
            yield from _item_lines(paragraph.items, self.style, 0)

    def paragraph_label(self, place: int, paragraph: Paragraph) -> str:
        if place == 1 and self.number:
            return self.label
        if paragraph.printed is not None:
            return paragraph.printed
        return numbering.paragraph_label(place, self.style)

    def plain(self) -> str:
        heading = [f"({self.caption})"] if self.caption else []
        lines = [
            f"{WIDE_SPACE * max(depth - 1, 0)}{label}{WIDE_SPACE if label else ''}{words}"
            for _, label, words, depth in self.placed_lines()
        ]
        return "\n".join(heading + lines)


def _rows(owner: Paragraph | Item, depth: int) -> Iterator[tuple[str, str, str, int]]:
    for place, row in enumerate(owner.rows, start=1):
        yield f"{owner.id}.r{place}", "", row_line(row), depth


def row_line(row: Row) -> str:
    """A row of a table as one typed line."""
    return f"| {' | '.join(row)} |"


def _item_lines(items: tuple[Item, ...], style: str, depth: int) -> Iterator[tuple[str, str, str, int]]:
    for item, label in zip(items, item_labels(items, style, depth), strict=True):
        yield item.id, label, item.text, depth + 1
        yield from _rows(item, depth + 2)
        yield from _item_lines(item.items, style, depth + 1)


def item_labels(items: tuple[Item, ...], style: str = numbering.TOWN, depth: int = 0) -> list[str]:
    """What is printed before each entry of a list."""
    numbers = numbering.places(item.number for item in items)
    return [
        item.printed if item.printed is not None else numbering.item_label(number, depth, style)
        for item, number in zip(items, numbers, strict=True)
    ]


def article_to_json(article: Article) -> dict[str, Any]:
    """As it is stored; what a plain rule does not need is left out."""
    paragraphs = [
        {
            "id": paragraph.id,
            "text": paragraph.text,
            "items": [item_to_json(item) for item in paragraph.items],
            **_extras(paragraph, "rows", "caption", "printed"),
        }
        for paragraph in article.paragraphs
    ]
    return {
        "id": article.id,
        "number": article.number,
        "caption": article.caption,
        "paragraphs": paragraphs,
        **_extras(article, "style"),
    }


def item_to_json(item: Item) -> dict[str, Any]:
    below = {"items": [item_to_json(entry) for entry in item.items]} if item.items else {}
    return {"id": item.id, "text": item.text, **below, **_extras(item, "rows", "number", "printed")}


def _extras(entry: Article | Paragraph | Item, *names: str) -> dict[str, Any]:
    values = {name: getattr(entry, name) for name in names}
    values = {name: value for name, value in values.items() if value or (name == "printed" and value == "")}
    return {name: [list(row) for row in value] if name == "rows" else value for name, value in values.items()}


def article_from_json(data: dict[str, Any]) -> Article:
    paragraphs = tuple(paragraph_from_json(entry) for entry in data["paragraphs"])
    return Article(data["id"], data["number"], data["caption"], paragraphs, data.get("style", ""))


def paragraph_from_json(data: dict[str, Any]) -> Paragraph:
    items = tuple(item_from_json(entry) for entry in data["items"])
    rows, caption = rows_from_json(data), data.get("caption", "")
    return Paragraph(data["id"], data["text"], items, rows, caption, data.get("printed"))


def item_from_json(data: dict[str, Any]) -> Item:
    items = tuple(item_from_json(entry) for entry in data.get("items", ()))
    rows, number = rows_from_json(data), data.get("number", "")
    return Item(data["id"], data["text"], items, rows, number, data.get("printed"))


def rows_from_json(data: dict[str, Any]) -> tuple[Row, ...]:
    return tuple(tuple(row) for row in data.get("rows", ()))


def ids_of(articles: Iterable[Article]) -> set[str]:
    """Every id in use; a new provision may take none of them."""
    found: set[str] = set()
    for article in articles:
        found.add(article.id)
        for paragraph in article.paragraphs:
            found |= {paragraph.id, *_item_ids(paragraph.items)}
    return found


def path_to(entries: tuple[Paragraph, ...] | tuple[Item, ...], id: str) -> list[str]:
    """The ids from the outermost entry down to this one; nothing when it does not stand here."""
    for entry in entries:
        if entry.id == id:
            return [id]
        if below := path_to(entry.items, id):
            return [entry.id, *below]
    return []


def find(entries: tuple[Paragraph, ...] | tuple[Item, ...], id: str) -> Paragraph | Item | None:
    """The paragraph or item with this id, at whatever depth."""
    for entry in entries:
        if entry.id == id:
            return entry
        if found := find(entry.items, id):
            return found
    return None


def ids_below(entry: Paragraph | Item) -> set[str]:
    return {entry.id} | _item_ids(entry.items)


def _item_ids(items: tuple[Item, ...]) -> set[str]:
    return {item.id for item in items}.union(*(_item_ids(item.items) for item in items))


def fresh_id(wanted: str, taken: set[str]) -> str:
    """The wanted id, or the next free one with a letter: an id once used is never given away again."""
    candidate, letter = wanted, ord("b")
    while candidate in taken:
        candidate, letter = f"{wanted}{chr(letter)}", letter + 1
    taken.add(candidate)
    return candidate
