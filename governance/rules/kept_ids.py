"""Which edited provision is which old one: every provision that was there before keeps its id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from .provisions import Article, Item, Paragraph, fresh_id, ids_of

ALIKE = 0.4  # how similar two provisions must be to count as the same one, edited


def keep_ids(was: Article, now: Article, taken: set[str] | None = None) -> Article:
    """Give every paragraph and item of the edited article the id of the one it was before."""
    taken = set(taken or ()) | ids_of([was])
    kept = []
    pairs = _pairs([p.text for p in was.paragraphs], [p.text for p in now.paragraphs])
    for place, paragraph in enumerate(now.paragraphs):
        before = was.paragraphs[pairs[place]] if place in pairs else None
        id = before.id if before else fresh_id(f"{was.id}-p{place + 1}", taken)
        printed = (before.caption, before.printed) if before else ("", None)
        items = _items(id, before.items if before else (), paragraph.items, taken)
        kept.append(Paragraph(id, paragraph.text, items, paragraph.rows, *printed))
    return replace(now, id=was.id, paragraphs=tuple(kept))


def _items(
    owner: str, was: tuple[Item, ...], now: tuple[Item, ...], taken: set[str], sign: str = "i"
) -> tuple[Item, ...]:
    pairs = _pairs([item.text for item in was], [item.text for item in now])
    kept = []
    for n, item in enumerate(now):
        before = was[pairs[n]] if n in pairs else None
        id = before.id if before else fresh_id(f"{owner}-{sign}{n + 1}", taken)
        below = _items(id, before.items if before else (), item.items, taken, "s")
        number = before.number if before and item.printed is not None else item.number
        kept.append(replace(item, id=id, items=below, number=number))
    return tuple(kept)


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


def rewritten(old: Sequence[Article], new: Iterable[Article], taken: set[str]) -> list[Article]:
    """A whole text written anew: an article that is still there, by caption or by its words, keeps its id."""
    left, taken = list(old), set(taken) | ids_of(old)
    done = []
    for article in new:
        was = _same(article, left)
        if was is not None:
            left.remove(was)
        else:
            was = Article(fresh_id(f"art-{article.number}", taken), article.number)
        kept = keep_ids(was, article, taken)
        taken |= ids_of([kept])
        done.append(kept)
    return done


def _same(article: Article, left: Iterable[Article]) -> Article | None:
    """The old article with this caption, else the one under this number that reads alike."""
    for was in left:
        if article.caption and was.caption == article.caption:
            return was
    for was in left:
        if was.number == article.number:
            likeness = SequenceMatcher(None, _words(was), _words(article)).ratio()
            return was if likeness >= ALIKE else None
    return None


def _words(article: Article) -> str:
    return "".join(words for _id, _label, words in article.lines())
