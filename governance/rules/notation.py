"""Reading a rule as people type it: 第1条, a line "2 …" for the second paragraph, "(1) …" for an item.

Somebody who is no lawyer edits plain lines; this turns them into provisions and lets every provision
that was there before keep its id, wherever it went.
"""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher

from .provisions import Article, Item, Paragraph, Text, fresh_id, ids_of

_OPEN, _CLOSE = r"[(\uff08]", r"[)\uff09]"  # both widths of the brackets
_ARTICLE = re.compile(r"第(\d+)条((?:の\d+)*)[\s\u3000]*(.*)")
_CAPTION = re.compile(rf"{_OPEN}(?!\d+{_CLOSE})([^()\uff08\uff09]+){_CLOSE}")
_PARAGRAPH = re.compile(r"(\d+)[\s\u3000]+(.+)")
_ITEM = re.compile(rf"{_OPEN}(\d+){_CLOSE}[\s\u3000]*(.+)")
ALIKE = 0.4  # how similar two provisions must be to count as the same one, edited


class Unreadable(ValueError):
    """A line that is no caption, article, paragraph or item where it stands."""

    def __init__(self, line: int, words: str):
        super().__init__(f"{line}: {words}")
        self.line, self.words = line, words


def parse(written: str) -> Text:
    """A whole rule from typed lines. Ids follow the numbers; `keep_ids` restores the old ones."""
    articles: list[Article] = []
    caption = ""
    for number, line in _lines(written):
        if match := _CAPTION.fullmatch(line):
            caption = match[1].strip()
        elif match := _ARTICLE.fullmatch(line):
            articles.append(_article(match, caption))
            caption = ""
        elif articles and not articles[-1].is_deleted:
            articles[-1] = _with_line(articles[-1], line)
        else:
            raise Unreadable(number, line)
    return Text(_with_ids(articles))


def parse_article(written: str, was: Article, taken: set[str]) -> Article:
    """One article's typed body, its caption and number aside; its provisions keep their ids."""
    body = Article(was.id, was.number, was.caption)
    for number, line in _lines(written):
        if body.is_deleted:
            if _ITEM.fullmatch(line):
                raise Unreadable(number, line)
            body = replace(body, paragraphs=(Paragraph("", _without_label(line)),))
        else:
            body = _with_line(body, line)
    return keep_ids(was, body, taken)


def body_of(article: Article) -> str:
    """What the editor's box shows for an article: the first paragraph without any number."""
    lines = (
        words if place == 0 else f"{label} {words}" for place, (_, label, words) in enumerate(article.lines())
    )
    return "" if article.is_deleted else "\n".join(lines)


def keep_ids(was: Article, now: Article, taken: set[str] | None = None) -> Article:
    """Give every paragraph and item of the edited article the id of the one it was before."""
    taken = set(taken or ()) | ids_of([was])
    old = {paragraph.id: paragraph for paragraph in was.paragraphs}
    kept = []
    pairs = _pairs([p.text for p in was.paragraphs], [p.text for p in now.paragraphs])
    for place, paragraph in enumerate(now.paragraphs):
        before = was.paragraphs[pairs[place]] if place in pairs else None
        id = before.id if before else fresh_id(f"{was.id}-p{place + 1}", taken)
        kept.append(Paragraph(id, paragraph.text, _items(id, old.get(id), paragraph, taken)))
    return replace(now, id=was.id, paragraphs=tuple(kept))


def _items(owner: str, was: Paragraph | None, now: Paragraph, taken: set[str]) -> tuple[Item, ...]:
    before = was.items if was else ()
    pairs = _pairs([item.text for item in before], [item.text for item in now.items])
    return tuple(
        Item(before[pairs[n]].id if n in pairs else fresh_id(f"{owner}-i{n + 1}", taken), item.text)
        for n, item in enumerate(now.items)
    )


def _pairs(old: list[str], new: list[str]) -> dict[int, int]:
    """Which new line is which old one, in order: equal lines first, then the alike between them."""
    pairs: dict[int, int] = {}
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs |= {b0 + step: a0 + step for step in range(a1 - a0)}
        elif tag == "replace":
            next_old = a0
            for b in range(b0, b1):
                likeness = [(SequenceMatcher(None, old[a], new[b]).ratio(), -a) for a in range(next_old, a1)]
                best, place = max(likeness, default=(0.0, 0))
                if best >= ALIKE or (b1 - b0 == a1 - a0 == 1):
                    pairs[b], next_old = -place, -place + 1
    return pairs


def _lines(written: str) -> list[tuple[int, str]]:
    numbered = ((n, line.strip(" \t\u3000\r")) for n, line in enumerate(written.split("\n"), start=1))
    return [(n, line) for n, line in numbered if line]


def _without_label(line: str) -> str:
    match = _PARAGRAPH.fullmatch(line)
    return match[2] if match and int(match[1]) == 1 else line


def _article(match: re.Match, caption: str) -> Article:
    branches = [str(int(branch)) for branch in match[2].split("の")[1:]]
    number = "_".join([str(int(match[1])), *branches])
    words = match[3].strip()
    paragraphs = () if words in ("削除", "") else (Paragraph("", words),)
    return Article("", number, caption, paragraphs)


def _with_line(article: Article, line: str) -> Article:
    """Add one typed line to the article: an item, a numbered paragraph, or more of the last line."""
    *before, last = article.paragraphs
    if match := _ITEM.fullmatch(line):
        last = replace(last, items=(*last.items, Item("", match[2])))
    elif (match := _PARAGRAPH.fullmatch(line)) and int(match[1]) == len(article.paragraphs) + 1:
        before, last = [*before, last], Paragraph("", match[2])
    elif last.items:
        *items, item = last.items
        last = replace(last, items=(*items, replace(item, text=item.text + line)))
    else:
        last = replace(last, text=last.text + line)
    return replace(article, paragraphs=(*before, last))


def _with_ids(articles: list[Article]) -> tuple[Article, ...]:
    taken: set[str] = set()
    done = []
    for article in articles:
        id = fresh_id(f"art-{article.number}", taken)
        done.append(keep_ids(Article(id, article.number), article, taken))
        taken |= ids_of(done[-1:])
    return tuple(done)
