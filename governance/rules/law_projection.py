"""From the law XML to the text of a rule: what a reader sees, and where in the file each part came from.

The file itself is kept with the version, so nothing without a place here is lost (columns that span, lines in
the margin, the table of contents): a provision that has not changed since goes out again as it came in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from . import numbering
from .law_grammar import ANY, LEVELS, MIXED
from .law_nodes import Node
from .provisions import DELETED, WIDE_SPACE, Article, Item, Paragraph, Row, fresh_id
from .supplements import Supplement
from .texts import Appendix, Heading, Text

APPENDED = ("AppdxTable", "AppdxNote", "AppdxStyle", "Appdx", "AppdxFig", "AppdxFormat")
STRUCTS = ("TableStruct", "FigStruct", "StyleStruct", "List", "AmendProvision", "Class")
_LABELS = re.compile(r"(Article|Item|Class|Subitem\d+)Title|ParagraphNum|RemarksLabel")
WITHOUT_ARTICLES = "main"


@dataclass(slots=True)
class LawText:
    """A law file as the portal understands it; `nodes` leads from a provision back to its element."""

    root: Node
    title: str
    number: str
    text: Text
    supplement: Supplement | None
    nodes: dict[str, Node] = field(default_factory=dict)


def project(law: Node) -> LawText:
    """The text of a law file that has been held against the standard."""
    return _Projection(law).done()


def words(node: Node | None) -> str:
    """The words of a sentence or title on one line; furigana as ｜漢字《かんじ》, columns a wide space apart."""
    if node is None:
        return ""
    if columns := node.elements("Column"):
        return WIDE_SPACE.join(words(column) for column in columns).strip()
    return re.sub(r"\s*\n\s*", "", "".join(map(_inline, node.children))).strip()


def _inline(child: Node | str) -> str:
    if isinstance(child, str):
        return child
    if child.tag == "Ruby":
        base = "".join(_inline(part) for part in child.children if isinstance(part, str) or part.tag != "Rt")
        furigana = "".join(words(rt) for rt in child.elements("Rt"))
        return f"｜{base}《{furigana}》" if furigana else base
    return words(child)


def lines(node: Node) -> list[str]:
    """Anything as lines: each label before the words it belongs to, each row of a table on one line."""
    written, label = [], ""
    for leaf in _leaves(node):
        said = WIDE_SPACE.join(_cells(leaf)) if leaf.tag in ("TableRow", "TableHeaderRow") else words(leaf)
        if leaf.tag == "Fig":
            said = f"〔{leaf.attrs['src']}〕"
        if _LABELS.fullmatch(leaf.tag):
            label = WIDE_SPACE.join(filter(None, (label, said)))
            continue
        written.append(WIDE_SPACE.join(filter(None, (label, said))))
        label = ""
    return [line for line in [*written, label] if line]


def _leaves(node: Node) -> Iterable[Node]:
    is_leaf = node.tag in MIXED or node.tag in ANY or node.tag in ("TableRow", "TableHeaderRow", "Fig")
    sentences = node.tag.endswith("Sentence") and not node.elements("Table")
    if is_leaf or sentences:
        yield node
        return
    for child in node.elements():
        yield from _leaves(child)


def _cells(row: Node) -> Row:
    return tuple(" ".join(lines(column)) for column in row.elements())


def rows(structs: Iterable[Node]) -> tuple[Row, ...]:
    """Tables row by row and cell by cell; everything else line by line."""
    found: list[Row] = []
    for struct in structs:
        for part in struct.elements() if struct.tag.endswith("Struct") else [struct]:
            if part.tag == "Table":
                found += [_cells(row) for row in part.elements()]
            else:
                found += [(line,) for line in lines(part)]
    return tuple(found)


def plain_caption(written: str) -> str:
    """(目的) → 目的."""
    bare = written.strip()
    return bare[1:-1] if bare[:1] in ("(", "（") and bare[-1:] in (")", "）") else bare


def same(one: str, other: str) -> bool:
    """Printed alike, whichever width the figures and brackets have."""
    return unicodedata.normalize("NFKC", one).strip() == unicodedata.normalize("NFKC", other).strip()


def _slug(number: str) -> str:
    return re.sub(r"[^A-Za-z0-9_]+", "-", number) or "x"


class _Projection:
    def __init__(self, law: Node) -> None:
        body = law.first("LawBody") or law
        self.law, self.body = law, body
        self.taken: set[str] = set()
        self.nodes: dict[str, Node] = {}
        self.headings: list[Heading] = []
        self.waiting: list[tuple[str, str, str]] = []

    def done(self) -> LawText:
        main = self.body.first("MainProvision") or self.body
        text = Text(
            tuple(self._articles(main)),
            tuple(self.headings),
            tuple(self._appendix(node) for node in self.body.elements(*APPENDED)),
            tuple(line for node in self.body.elements("Preamble") for line in lines(node)),
        )
        supplements = [
            line for node in self.body.elements("SupplProvision") for line in self._supplement(node)
        ]
        if supplements and same(supplements[0][1].replace(WIDE_SPACE, ""), "附則"):
            del supplements[0]
        return LawText(
            self.law,
            words(self.body.first("LawTitle")) or words(self.law.first("LawNum")),
            words(self.law.first("LawNum")),
            text,
            Supplement(tuple(supplements)) if supplements else None,
            self.nodes,
        )

    def _articles(self, node: Node) -> Iterable[Article]:
        if loose := node.elements("Paragraph"):
            id = self._known(WITHOUT_ARTICLES, node)
            yield Article(id, "", "", self._paragraphs(id, loose, "", numbering.LAW), numbering.LAW)
        for child in node.elements("Article", *LEVELS):
            if child.tag == "Article":
                yield self._article(child)
            else:
                title = words(child.first(f"{child.tag}Title"))
                self.waiting.append((child.tag, child.attrs["Num"], title))
                yield from self._articles(child)

    def _article(self, node: Node, prefix: str = "art") -> Article:
        number = node.attrs["Num"]
        id = self._known(f"{prefix}-{_slug(number)}", node)
        self.headings += [Heading(*heading, before=id) for heading in self.waiting]
        self.waiting = []
        title = words(node.first("ArticleTitle"))
        style = numbering.TOWN if same(title, numbering.article_label(number)) else numbering.LAW
        paragraphs = self._paragraphs(id, node.elements("Paragraph"), number, style)
        is_deleted = len(paragraphs) == 1 and paragraphs[0].text == DELETED and not paragraphs[0].items
        caption = plain_caption(words(node.first("ArticleCaption")))
        return Article(id, number, caption, () if is_deleted else paragraphs, style)

    def _paragraphs(self, owner: str, nodes: list[Node], number: str, style: str) -> tuple[Paragraph, ...]:
        found = []
        for place, node in enumerate(nodes, start=1):
            id = self._known(f"{owner}-p{place}", node)
            printed = words(node.first("ParagraphNum"))
            usual = "" if place == 1 and number else numbering.paragraph_label(place, style)
            found.append(
                Paragraph(
                    id,
                    words_of_sentences(node.first("ParagraphSentence")),
                    self._items(id, node.elements("Item"), style, 0),
                    rows(node.elements(*STRUCTS)),
                    plain_caption(words(node.first("ParagraphCaption"))),
                    None if same(printed, usual) else printed,
                )
            )
        return tuple(found)

    def _items(self, owner: str, nodes: list[Node], style: str, depth: int) -> tuple[Item, ...]:
        numbers = [node.attrs["Num"] for node in nodes]
        found = []
        for node, number, given in zip(nodes, numbers, numbering.exceptions(numbers), strict=True):
            id = self._known(f"{owner}-{'s' if depth else 'i'}{_slug(number)}", node)
            title, sentence = node.first(f"{node.tag}Title"), node.first(f"{node.tag}Sentence")
            printed = words(title)
            usual = title is not None and same(printed, numbering.item_label(number, depth, style))
            tables = [*(sentence.elements("Table") if sentence else ()), *node.elements(*STRUCTS)]
            found.append(
                Item(
                    id,
                    words_of_sentences(sentence),
                    self._items(id, node.elements(f"Subitem{depth + 1}"), style, depth + 1),
                    rows(_as_struct(table) for table in tables),
                    given,
                    None if usual else printed,
                )
            )
        return tuple(found)

    def _appendix(self, node: Node) -> Appendix:
        number = node.attrs.get("Num", "1")
        id = self._known(f"{node.tag.lower()}-{_slug(number)}", node)
        title = node.first(f"{node.tag}Title", "ArithFormulaNum")
        related = node.first("RelatedArticleNum")
        parts = [child for child in node.elements() if child is not title and child is not related]
        return Appendix(id, words(title), words(related), rows(parts), node.tag)

    def _supplement(self, node: Node) -> Iterable[tuple[str, str]]:
        amending = node.attrs.get("AmendLawNum", "")
        label = words(node.first("SupplProvisionLabel")) + (f"（{amending}）" if amending else "")
        yield "", label + (f"{WIDE_SPACE}抄" if node.attrs.get("Extract") in ("true", "1") else "")
        for child in node.elements():
            if child.tag != "SupplProvisionLabel":
                yield from (_split(line) for line in lines(child))

    def _known(self, wanted: str, node: Node) -> str:
        id = fresh_id(wanted, self.taken)
        self.nodes[id] = node
        return id


def words_of_sentences(node: Node | None) -> str:
    """The words of a …Sentence element; one that holds a table has none."""
    if node is None or node.elements("Table"):
        return ""
    return words(node)


def _as_struct(table: Node) -> Node:
    return Node("TableStruct", {}, [table]) if table.tag == "Table" else table


def _split(line: str) -> tuple[str, str]:
    """The label of a printed line, if it has one."""
    label, gap, rest = line.partition(WIDE_SPACE)
    is_label = bool(gap) and (len(label) <= 3 or label.startswith("第"))
    return (label, rest) if is_label else ("", line)
