"""Reading a rule as people type it: 第1条, a line "2 …" for the second paragraph, "(1) …" for an item.

Below an item stand イ, ロ …, below those (1), (2) … a wide space further in; a line "| 甲 | 乙 |" is a row
of a table. Somebody who is no lawyer edits plain lines; this turns them into provisions and lets every
provision that was there before keep its id, wherever it went.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from . import numbering
from .kept_ids import keep_ids
from .provisions import DELETED, WIDE_SPACE, Article, Item, Paragraph, Row, fresh_id, ids_of
from .texts import Text

_OPEN, _CLOSE = r"[(\uff08]", r"[)\uff09]"  # both widths of the brackets
_GAP, _FIGURES = r"[\s\u3000]", "[一二三四五六七八九十百]+"
_ARTICLE = re.compile(r"第(\d+)条((?:の\d+)*)[\s\u3000]*(.*)")
_CAPTION = re.compile(rf"{_OPEN}(?!\d+{_CLOSE})([^()\uff08\uff09]+){_CLOSE}")
_PARAGRAPH = re.compile(rf"(\d+)(?:{_GAP}+(.*))?")
_ITEM = re.compile(rf"{_OPEN}(\d+){_CLOSE}((?:の\d+)*){_GAP}*(.*)")
_KANJI_ITEM = re.compile(rf"({_FIGURES})((?:の{_FIGURES})*)(?:から({_FIGURES})まで)?(?:{_GAP}+(.*))?")
_SUBITEM = re.compile(rf"([{numbering.IROHA}])((?:の(?:\d+|{_FIGURES}))*)(?:{_GAP}+(.*))?")
_ROMAN = re.compile(rf"{_OPEN}([ivxｉｖｘ]+){_CLOSE}{_GAP}*(.*)")
_MARKED = re.compile(r"〔([^〔〕]*)〕[\s\u3000]?(.*)")
_ROW = re.compile(r"[|｜](.*)[|｜]")


class Unreadable(ValueError):
    """A line that is no caption, article, paragraph or item where it stands."""

    def __init__(self, line: int, words: str):
        super().__init__(f"{line}: {words}")
        self.line, self.words = line, words


def parse(written: str) -> Text:
    """A whole rule from typed lines. Ids follow the numbers; `keep_ids` restores the old ones."""
    articles: list[Article] = []
    caption = ""
    for number, line, indent in _lines(written):
        if match := _CAPTION.fullmatch(line):
            caption = match[1].strip()
        elif match := _ARTICLE.fullmatch(line):
            articles.append(_article(match, caption))
            caption = ""
        elif articles and not articles[-1].is_deleted:
            articles[-1] = _with_line(articles[-1], line, indent)
        else:
            raise Unreadable(number, line)
    return Text(_with_ids(articles))


def parse_article(written: str, was: Article, taken: set[str]) -> Article:
    """One article's typed body, its caption and number aside; its provisions keep their ids."""
    body = Article(was.id, was.number, was.caption, (), was.style)
    for number, line, indent in _lines(written):
        if body.is_deleted and not _ROW.fullmatch(line):
            if _entry(line, indent, [], body.style):
                raise Unreadable(number, line)
            body = replace(body, paragraphs=(Paragraph("", _without_label(line)),))
        else:
            body = body if body.paragraphs else replace(body, paragraphs=(Paragraph("", ""),))
            body = _with_line(body, line, indent)
    return keep_ids(was, body, taken)


def body_of(article: Article) -> str:
    """What the editor's box shows for an article: the first paragraph without any number."""
    lines: list[str] = []
    for place, paragraph in enumerate(article.paragraphs, start=1):
        label = numbering.paragraph_label(place, article.style)
        lines.append((paragraph.text if place == 1 else f"{label} {paragraph.text}") or label)
        lines += [_typed_row(row) for row in paragraph.rows]
        lines += _typed_items(paragraph.items, article.style, 0)
    return "\n".join(lines)


def _typed_items(items: tuple[Item, ...], style: str, depth: int) -> list[str]:
    lines = []
    numbers = numbering.places(item.number for item in items)
    for item, number in zip(items, numbers, strict=True):
        label = numbering.item_label(number, depth, style)
        label = label if item.printed is None else f"〔{item.printed}〕"
        lines.append(f"{WIDE_SPACE * depth}{label} {item.text}")
        lines += [_typed_row(row) for row in item.rows]
        lines += _typed_items(item.items, style, depth + 1)
    return lines


def _typed_row(row: Row) -> str:
    return "| " + " | ".join(cell.replace("|", "\uff5c") for cell in row) + " |"


def _lines(written: str) -> list[tuple[int, str, int]]:
    """(line number, words, how far in) of every line that says something."""
    found = []
    for n, raw in enumerate(written.split("\n"), start=1):
        line = raw.strip(" \t\u3000\r")
        lead = raw[: len(raw) - len(raw.lstrip(" \t\u3000"))]
        if line:
            found.append((n, line, lead.count(WIDE_SPACE) + lead.count(" ") // 2 + lead.count("\t")))
    return found


def _without_label(line: str) -> str:
    match = _PARAGRAPH.fullmatch(line)
    return match[2] or "" if match and int(match[1]) == 1 else line


def _article(match: re.Match, caption: str) -> Article:
    branches = [str(int(branch)) for branch in match[2].split("の")[1:]]
    number = "_".join([str(int(match[1])), *branches])
    words = match[3].strip()
    paragraphs = () if words in (DELETED, "") else (Paragraph("", words),)
    return Article("", number, caption, paragraphs)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A typed line that opens an item: at which depth, and with a number of its own where it has one."""

    depth: int
    words: str
    number: str = ""
    printed: str | None = None


def _entry(line: str, indent: int, chain: list[tuple[Item, ...]], style: str) -> _Entry | None:
    """`chain` are the lists that are open at this line, outermost first."""
    deepest = len(chain)
    if match := _MARKED.fullmatch(line):
        return _Entry(min(indent, deepest), match[2], printed=match[1])
    if style == numbering.LAW and (match := _KANJI_ITEM.fullmatch(line)):
        return _Entry(0, match[4] or "", _number(match[1], match[2], match[3]))
    if match := _ITEM.fullmatch(line):
        depth = 2 if deepest >= 2 and (indent >= 2 or style == numbering.LAW) else 0
        return _Entry(depth, match[3], _number(match[1], match[2]))
    if deepest >= 3 and (match := _ROMAN.fullmatch(line)):
        return _Entry(3, match[2])
    match = _SUBITEM.fullmatch(line) if deepest else None
    if match and (indent or _is_next(match[1], match[2], chain)):
        return _Entry(1, match[3] or "", _number(match[1], match[2]))
    return None


def _number(base: str, branches: str = "", last: str | None = None) -> str:
    """ "" for a plain number, which its place gives it; 1_2 for a branch, 3:5 for a run."""
    if not branches and not last:
        return ""
    parts = [_figure(part) for part in (base, *branches.split("の")[1:])]
    return "_".join(parts) + (f":{_figure(last)}" if last else "")


def _figure(written: str) -> str:
    if written in numbering.IROHA:
        return str(numbering.IROHA.index(written) + 1)
    plain = unicodedata.normalize("NFKC", written)
    return str(int(plain)) if plain.isdigit() else str(numbering.from_kanji(plain))


def _is_next(letter: str, branches: str, chain: list[tuple[Item, ...]]) -> bool:
    """A line that begins with イ may be words; it opens a sub-item only where that letter is due."""
    there = chain[1] if len(chain) > 1 else ()
    due = numbering.places([*(item.number for item in there), ""])[-1]
    return bool(branches) or letter == numbering.IROHA[0] or _figure(letter) == due


def _with_line(article: Article, line: str, indent: int) -> Article:
    """Add one typed line to the article: an item, a numbered paragraph, a row, or more of the last line."""
    *before, last = article.paragraphs
    entry = _entry(line, indent, _chain(last.items), article.style)
    if entry is not None:
        last = replace(last, items=_put(last.items, entry, entry.depth))
    elif (match := _PARAGRAPH.fullmatch(line)) and int(match[1]) == len(article.paragraphs) + 1:
        before, last = [*before, last], Paragraph("", match[2] or "")
    elif match := _ROW.fullmatch(line):
        row = tuple(cell.strip() for cell in re.split(r"\|", match[1]))
        last = _at_end(last, lambda end: replace(end, rows=(*end.rows, row)))
    else:
        last = _at_end(last, lambda end: replace(end, text=end.text + line))
    return replace(article, paragraphs=(*before, last))


def _chain(items: tuple[Item, ...]) -> list[tuple[Item, ...]]:
    return [items, *_chain(items[-1].items)] if items else []


def _put(items: tuple[Item, ...], entry: _Entry, depth: int) -> tuple[Item, ...]:
    if depth == 0 or not items:
        return (*items, Item("", entry.words, (), (), entry.number, entry.printed))
    *before, last = items
    return (*before, replace(last, items=_put(last.items, entry, depth - 1)))


def _at_end(owner, edit):
    """Edit the line typed last: the paragraph itself, or its last item down to the last below."""
    if not owner.items:
        return edit(owner)
    *before, last = owner.items
    return replace(owner, items=(*before, _at_end(last, edit)))


def _with_ids(articles: list[Article]) -> tuple[Article, ...]:
    taken: set[str] = set()
    done = []
    for article in articles:
        id = fresh_id(f"art-{article.number}", taken)
        done.append(keep_ids(Article(id, article.number), article, taken))
        taken |= ids_of(done[-1:])
    return tuple(done)
