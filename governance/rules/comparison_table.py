"""新旧対照表: the old and the new text side by side, article by article, changed words marked.

Articles are paired by their id, so an article that only moved is shown as moved and not as deleted
and added. Within a line only the changed words are marked; an added or deleted article is marked whole.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from .provisions import Article, Paragraph, row_line
from .texts import Text
from .words import words

UNCHANGED, CHANGED, ADDED, DELETED = "unchanged", "changed", "added", "deleted"
KEPT, MARKED = False, True


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words, marked when it is not the same on the other side."""

    text: str
    is_marked: bool = KEPT


@dataclass(frozen=True, slots=True)
class Line:
    """A caption, paragraph or item as printed on one side."""

    label: str
    segments: tuple[Segment, ...]
    is_label_marked: bool = KEPT

    @property
    def text(self) -> str:
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Side:
    """An article on one side of the table."""

    label: str
    caption: tuple[Segment, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """An article pair; `moved` when the article stands under another number or in another place."""

    id: str
    kind: str
    old: Side | None
    new: Side | None
    moved: bool = False

    @property
    def is_folded(self) -> bool:
        """Printed as （略）: nothing about this article changes."""
        return self.kind == UNCHANGED and not self.moved

    @property
    def marked(self) -> list[str]:
        """The marked runs, old side first: what a reader sees underlined."""
        sides = [side for side in (self.old, self.new) if side]
        lines = [
            line for side in sides for line in ((*side.caption,), *(line.segments for line in side.lines))
        ]
        return [segment.text for line in lines for segment in line if segment.is_marked]


def compare(old: Text, new: Text) -> list[Row]:
    """Every article of both texts once, in the order of the new text, deleted ones where they stood."""
    before, after = {a.id: a for a in old.articles}, {a.id: a for a in new.articles}
    strayed = _strayed([id for id in before if id in after], [id for id in after if id in before])
    rows = [_row(before.get(id), article, id in strayed) for id, article in after.items()]
    for place, article in enumerate(old.articles):
        if article.id not in after:
            previous = {a.id for a in old.articles[:place]}
            at = max((n + 1 for n, row in enumerate(rows) if row.id in previous), default=0)
            rows.insert(at, _row(article, None, False))
    return rows + _around(old, new)


def _around(old: Text, new: Text) -> list[Row]:
    """Preamble, headings and appendices in the same shape, each as far as it changes or is printed."""
    rows = []
    for id, label, lines in (("preamble", "前文", _preamble), ("headings", "章節", _headings)):
        if lines(old) != lines(new):
            rows.append(
                _named(_as_article(id, "", lines(old)), _as_article(id, "", lines(new)), label, label)
            )
    before, after = ({a.id: a for a in text.appendices} for text in (old, new))
    for id in dict.fromkeys([*after, *before]):
        was, now = before.get(id), after.get(id)
        sides = [
            a and _as_article(id, a.related.strip("()（）"), [row_line(row) for row in a.rows])
            for a in (was, now)
        ]
        rows.append(_named(*sides, was and was.title, now and now.title))
    return rows


def _preamble(text: Text) -> list[str]:
    return list(text.preamble)


def _headings(text: Text) -> list[str]:
    return [heading.title for heading in text.headings]


def _as_article(id: str, caption: str, lines: list[str]) -> Article:
    paragraphs = tuple(Paragraph(f"{id}.{n}", line, printed="") for n, line in enumerate(lines, start=1))
    return Article(id, "", caption, paragraphs or (Paragraph(id, "", printed=""),))


def _named(old: Article | None, new: Article | None, was: str | None, now: str | None) -> Row:
    """A row whose sides carry a title instead of the number of an article."""
    row = _row(old if old and old.paragraphs else None, new if new and new.paragraphs else None, False)
    sides = {"old": row.old and replace(row.old, label=was), "new": row.new and replace(row.new, label=now)}
    return replace(row, **sides, moved=row.moved or bool(was and now and was != now))


def _row(old: Article | None, new: Article | None, strayed: bool) -> Row:
    if old is None or new is None:
        kind = ADDED if old is None else DELETED
        side = _side(new or old, marked=MARKED)
        return Row((new or old).id, kind, side if new is None else None, side if old is None else None)
    moved = strayed or old.number != new.number
    if (old.caption, old.paragraphs) == (new.caption, new.paragraphs):
        return Row(new.id, UNCHANGED, _side(old), _side(new), moved)
    return Row(new.id, CHANGED, *_pair(old, new), moved)


def _side(article: Article, marked: bool = KEPT) -> Side:
    lines = tuple(Line(label, (Segment(text, marked),), marked) for _, label, text in article.lines())
    return Side(article.label, _caption(article.caption, marked), lines)


def _caption(caption: str, marked: bool) -> tuple[Segment, ...]:
    return (Segment(caption, marked),) if caption else ()


def _pair(old: Article, new: Article) -> tuple[Side, Side]:
    captions = marks(old.caption, new.caption)
    before, after = ({id: (label, text) for id, label, text in a.lines()} for a in (old, new))
    sides: tuple[list[Line], list[Line]] = ([], [])
    for lines, mine, others, which in ((sides[0], before, after, 0), (sides[1], after, before, 1)):
        for id, (label, text) in mine.items():
            if id in others:
                theirs = others[id]
                segments = marks(text, theirs[1])[0] if which == 0 else marks(theirs[1], text)[1]
                renumbered = label != theirs[0] and not label.startswith("第")
                lines.append(Line(label, segments, renumbered))
            else:
                lines.append(Line(label, (Segment(text, MARKED),), MARKED))
    return (
        Side(old.label, captions[0], tuple(sides[0])),
        Side(new.label, captions[1], tuple(sides[1])),
    )


def marks(old: str, new: str) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """Both wordings cut into segments, the changed words marked on either side."""
    a, b = words(old), words(new)
    sides: tuple[list[Segment], list[Segment]] = ([], [])
    for tag, a0, a1, b0, b1 in joined_changes(a, b):
        for side, run in zip(sides, ("".join(a[a0:a1]), "".join(b[b0:b1])), strict=True):
            if run:
                side.append(Segment(run, tag != "equal"))
    return tuple(sides[0]), tuple(sides[1])


def joined_changes(a: list[str], b: list[str]) -> list[tuple[str, int, int, int, int]]:
    """The changes between two word lists; changes only one letter apart count as one change."""
    joined: list[tuple[str, int, int, int, int]] = []
    opcodes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    for place, (tag, a0, a1, b0, b1) in enumerate(opcodes):
        is_gap = tag == "equal" and 0 < place < len(opcodes) - 1 and len("".join(a[a0:a1])) <= 1
        if joined and joined[-1][0] != "equal" and (is_gap or tag != "equal"):
            _, left, _, right, _ = joined[-1]
            joined[-1] = ("replace", left, a1, right, b1)
        else:
            joined.append((tag, a0, a1, b0, b1))
    return joined


def _strayed(old: list[str], new: list[str]) -> set[str]:
    """Articles whose place among the others changed (the fewest that explain the new order)."""
    stays = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    kept = {id for block in stays for id in old[block.a : block.a + block.size]}
    return set(new) - kept
