"""From the text of a rule to the law XML; what came from a file and has not changed goes out as it came in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from . import numbering
from .law_check import problems
from .law_grammar import LEVELS
from .law_nodes import Node
from .law_projection import STRUCTS, LawText
from .provisions import DELETED, WIDE_SPACE, Article, Item, Paragraph, Row, find, item_labels
from .texts import Appendix, Heading, Text

TABLED = ("AppdxTable", "AppdxNote", "AppdxFig")
_RUBY = re.compile(r"｜([^｜《》]+)《([^《》]+)》")
_SENTENCE = re.compile(r"[^。]*。|[^。]+$")
_OPEN, _SHUT = "「（(『", "」）)』"


def node(tag: str, *children: Node | str, **attrs: str) -> Node:
    return Node(tag, attrs, list(children))


def inline(words: str) -> list[Node | str]:
    """Words with ｜漢字《かんじ》 turned into ruby."""
    parts: list[Node | str] = []
    end = 0
    for match in _RUBY.finditer(words):
        parts += [words[end : match.start()], node("Ruby", match[1], node("Rt", match[2]))]
        end = match.end()
    return [part for part in [*parts, words[end:]] if part != ""]


def sentences(words: str) -> list[Node]:
    """One element for every sentence; a proviso is told apart by its first word."""
    split = _sentences(words) or [""]
    has_proviso = any(said.startswith("ただし、") for said in split[1:])
    made = []
    for number, said in enumerate(split, start=1):
        role = {"Function": "proviso" if said.startswith("ただし、") else "main"} if has_proviso else {}
        made.append(node("Sentence", *inline(said), Num=str(number), WritingMode="vertical", **role))
    return made


def _sentences(words: str) -> list[str]:
    """Cut after every 。 that stands outside of brackets and quotations."""
    done, current = [], ""
    for piece in _SENTENCE.findall(words):
        current += piece
        if sum(map(current.count, _OPEN)) <= sum(map(current.count, _SHUT)):
            done.append(current)
            current = ""
    return [*done, current] if current else done


def _listed(words: str) -> list[Node]:
    """An entry of a list: a term and its meaning a wide space apart are two columns."""
    parts = words.split(WIDE_SPACE)
    if len(parts) == 1 or not all(parts):
        return sentences(words)
    return [node("Column", *sentences(part), Num=str(n)) for n, part in enumerate(parts, start=1)]


def table(rows: Iterable[Row]) -> Node:
    cells = [[node("TableColumn", *sentences(cell)) for cell in row] for row in rows]
    return node(
        "TableStruct", node("Table", *(node("TableRow", *row) for row in cells), WritingMode="vertical")
    )


@dataclass(slots=True)
class Writer:
    """Writes one text, leaning on the file it was once read from."""

    text: Text
    source: LawText | None = None

    def main_provision(self) -> Node:
        was = self.source
        if was and (was.text.articles, was.text.headings) == (self.text.articles, self.text.headings):
            found = was.root.first("LawBody").first("MainProvision")
            if found is not None:
                return found
        if any(not article.number for article in self.text.articles):
            loose = [p for article in self.text.articles for p in self._paragraphs(article)]
            return node("MainProvision", *loose)
        return node("MainProvision", *self._divided())

    def _divided(self) -> list[Node]:
        """Articles under their headings; a heading nothing stands under any more goes."""
        top: list[Node] = []
        open_levels: list[tuple[int, Node]] = []
        waiting: list[Heading] = []
        for article, headings in _anchored(self.text):
            waiting = [*waiting, *headings]
            for place, heading in enumerate(waiting):
                height = LEVELS.index(heading.level)
                following = [LEVELS.index(other.level) for other in waiting[place + 1 :]]
                if following and min(following) <= height:
                    continue
                while open_levels and open_levels[-1][0] >= height:
                    open_levels.pop()
                title = node(f"{heading.level}Title", *inline(heading.title))
                made = node(heading.level, title, Num=heading.number)
                (open_levels[-1][1].children if open_levels else top).append(made)
                open_levels.append((height, made))
            waiting = []
            (open_levels[-1][1].children if open_levels else top).append(self.article(article))
        return top

    def article(self, article: Article) -> Node:
        was = self._origin(article.id)
        if was is not None and self.source.text.article(article.id) == article:
            return was
        caption = f"（{article.caption}）" if article.style == numbering.LAW else f"({article.caption})"
        paragraphs = self._paragraphs(article)
        if article.is_deleted:
            deleted = node("ParagraphSentence", *sentences(DELETED))
            paragraphs = [node("Paragraph", node("ParagraphNum"), deleted, Num="1")]
        return node(
            "Article",
            *([node("ArticleCaption", *inline(caption))] if article.caption else []),
            node("ArticleTitle", *inline(article.label)),
            *paragraphs,
            *(was.elements("SupplNote") if was is not None else []),
            Num=article.number,
        )

    def _paragraphs(self, article: Article) -> list[Node]:
        before = self._article_before(article.id)
        old = {p.id: (p, place) for place, p in enumerate(before.paragraphs, start=1)} if before else {}
        made = []
        for place, paragraph in enumerate(article.paragraphs, start=1):
            was = self._origin(paragraph.id)
            is_same = old.get(paragraph.id) == (paragraph, place) and before.style == article.style
            made.append(was if was is not None and is_same else self._paragraph(article, place, paragraph))
        return made

    def _paragraph(self, article: Article, place: int, paragraph: Paragraph) -> Node:
        printed = "" if place == 1 and article.number else article.paragraph_label(place, paragraph)
        caption = [node("ParagraphCaption", *inline(f"（{paragraph.caption}）"))] if paragraph.caption else []
        head = [
            *caption,
            node("ParagraphNum", *inline(printed)),
            node("ParagraphSentence", *sentences(paragraph.text)),
        ]
        items = self._items(paragraph.items, article.style, 0)
        return self._with_rows(paragraph, head, items, node("Paragraph", Num=str(place)))

    def _items(self, items: tuple[Item, ...], style: str, depth: int) -> list[Node]:
        tag = f"Subitem{depth}" if depth else "Item"
        numbers = numbering.places(item.number for item in items)
        made = []
        for item, number, label in zip(items, numbers, item_labels(items, style, depth), strict=True):
            was = self._origin(item.id)
            if was is not None and was.tag == tag and was.attrs["Num"] == number and self._is_kept(item):
                made.append(was)
                continue
            head = [node(f"{tag}Title", *inline(label))] if label else []
            head.append(node(f"{tag}Sentence", *_listed(item.text)))
            below = self._items(item.items, style, depth + 1)
            made.append(self._with_rows(item, head, below, node(tag, Num=number)))
        return made

    def _with_rows(self, owner: Paragraph | Item, head: list[Node], below: list[Node], made: Node) -> Node:
        """The tables as they stood in the file if they have not changed and still fit there."""
        was = self._origin(owner.id)
        structs = was.elements(*STRUCTS) if was is not None else []
        if structs and self._rows_before(owner.id) == owner.rows:
            for children in ([*head, *structs, *below], [*head, *below, *structs]):
                made.children = list(children)
                if not any(problems(made)):
                    return made
        tables = [table(rows) for rows in _tables(owner.rows)]
        made.children = [*head, *tables, *below] if made.tag == "Paragraph" else [*head, *below, *tables]
        return made

    def appendix(self, appendix: Appendix) -> Node:
        was = self._origin(appendix.id)
        if was is not None and appendix in self.source.text.appendices:
            return was
        tag = appendix.kind if appendix.kind in TABLED else "AppdxTable"
        title = [node(f"{tag}Title", *inline(appendix.title))] if appendix.title else []
        related = [node("RelatedArticleNum", *inline(appendix.related))] if appendix.related else []
        return node(tag, *title, *related, *(table(rows) for rows in _tables(appendix.rows)))

    def _origin(self, id: str) -> Node | None:
        return self.source.nodes.get(id) if self.source else None

    def _article_before(self, id: str) -> Article | None:
        return self.source.text.article(id) if self.source else None

    def _known(self, id: str) -> Paragraph | Item | None:
        article = self.source.text.article_of(id) if self.source else None
        return find(article.paragraphs, id) if article else None

    def _is_kept(self, item: Item) -> bool:
        before = self._known(item.id)
        return isinstance(before, Item) and replace(before, number="") == replace(item, number="")

    def _rows_before(self, id: str) -> tuple[Row, ...]:
        before = self._known(id)
        return before.rows if before else ()


def _anchored(text: Text) -> list[tuple[Article, list[Heading]]]:
    """Every article with its headings; what was put before the first heading belongs under it."""
    pairs = [(article, text.headings_before(article.id)) for article in text.articles]
    first = next((place for place, (_, headings) in enumerate(pairs) if headings), 0)
    if first:
        pairs[0] = (pairs[0][0], pairs[first][1])
        pairs[first] = (pairs[first][0], [])
    return pairs


def _tables(rows: tuple[Row, ...]) -> list[list[Row]]:
    """Rows of the same width are one table."""
    return [list(group) for _, group in groupby(rows, key=len)]


def serialised(root: Node) -> bytes:
    """The file, without any blank that the text does not have."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_written(root)}\n'.encode()


def _written(entry: Node | str) -> str:
    if isinstance(entry, str):
        return escape(entry)
    attrs = "".join(f" {name}={quoteattr(value)}" for name, value in entry.attrs.items())
    if not entry.children:
        return f"<{entry.tag}{attrs}/>"
    return f"<{entry.tag}{attrs}>{''.join(map(_written, entry.children))}</{entry.tag}>"
