"""Answering a question: match, confirm with each noun, rank, and only then count or show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from django.conf import settings

from communities.forums.querysets import audiences_of

from .adapters import BY_KIND
from .matching import CAP, entry_ids
from .models import Entry
from .tokens import Term, hiragana, katakana, loose_terms, normalise, pair_terms, terms

SHOWN = 200
LIGHT = ("kind", "object_id", "place", "passage", "locale", "created_at", "title", "reading", "label")
ALIKE = 0.6


@dataclass(frozen=True)
class Found:
    """What a reader's question led to. Nothing in it, not even a number, speaks of what they may not see."""

    terms: list[Term]
    entries: list[Entry] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    is_loose: bool = False  # no entry held all of the words; these hold some

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def is_capped(self) -> bool:
        return self.total >= CAP


def find(question: str, person: Any, *, kind: str = "", language: str = settings.LANGUAGE_CODE) -> Found:
    """The entries a reader may see that answer a question, the most telling first."""
    asked = terms(question)
    audiences = audiences_of(person)
    confirmed = _confirmed(entry_ids(asked, audiences), person)
    if confirmed or not asked:
        return _found(asked, _ranked(confirmed, asked, language), kind)
    some = loose_terms(question)
    if len(some) < 2:
        return Found(asked)
    confirmed = _confirmed(entry_ids(some, audiences, any_term=True), person)
    return _found(some, confirmed, kind, is_loose=True)


def _found(asked: list[Term], entries: list[Entry], kind: str, *, is_loose: bool = False) -> Found:
    entries = list({(e.kind, e.object_id, e.place): e for e in reversed(entries)}.values())[::-1]
    counts = Counter(entry.kind for entry in entries)
    shown = [entry for entry in entries if not kind or entry.kind == kind][:SHOWN]
    return Found(asked, shown, counts, is_loose)


def _confirmed(ids: Sequence[int], person: Any) -> list[Entry]:
    """Entries whose noun says today that this person may see it, in the order given."""
    rows = Entry.objects.only(*LIGHT).in_bulk(ids) if ids else {}
    entries = [rows[pk] for pk in ids if pk in rows]
    by_adapter: dict[Any, set[str]] = {}
    for entry in entries:
        if entry.kind in BY_KIND:
            by_adapter.setdefault(BY_KIND[entry.kind], set()).add(entry.object_id)
    allowed = {adapter: adapter.visible(person, wanted) for adapter, wanted in by_adapter.items()}
    return [entry for entry in entries if entry.object_id in allowed.get(BY_KIND.get(entry.kind), ())]


def _ranked(entries: list[Entry], asked: list[Term], language: str) -> list[Entry]:
    """A title that is the question, then titles that hold it, then what binds, the reader's language, the newest.

    A rule that is only proposed, or no longer in force, stands behind what answers as well as it: nobody asks for it
    by a word, and a draft is always the newest.
    """
    words = [hiragana(term.text) for term in asked]
    whole = "".join(words)

    def rank(entry: Entry) -> tuple[int, bool, bool]:
        title = hiragana(normalise(entry.title))
        if whole in (title, entry.reading):
            closeness = 0
        elif all(word in title for word in words):
            closeness = 1
        else:
            closeness = 2 if all(word in entry.reading for word in words) else 3
        binds_nobody = entry.kind == "rule" and bool(entry.label)
        return closeness, binds_nobody, (entry.locale or settings.LANGUAGE_CODE) != language

    return sorted(entries, key=rank)


def other_spellings(question: str) -> list[str]:
    """How else the same could be written, for a reader who found nothing."""
    plain = normalise(question)
    words = [term.text for term in terms(question)]
    tried = [hiragana(plain), katakana(plain), *(words if len(words) > 1 else [])]
    content = [term.text for term in loose_terms(question)]
    tried += content if len(content) > 1 else []
    return [other for other in dict.fromkeys(tried) if other not in (question, plain)][:6]


def similar_titles(question: str, person: Any) -> list[Entry]:
    """Titles that look or sound almost like the question: a letter too many, too few or another."""
    pairs = pair_terms(question)
    if len(pairs) < 2:
        return []
    near = _confirmed(entry_ids(pairs, audiences_of(person), any_term=True)[:100], person)
    word = hiragana(normalise(question))
    titles = {entry.title: entry for entry in near if _likeness(word, entry) >= ALIKE}
    return sorted(titles.values(), key=lambda entry: -_likeness(word, entry))[:3]


def _likeness(word: str, entry: Entry) -> float:
    """Against the best stretch of the title or its reading."""
    return max(_closest(word, hiragana(normalise(entry.title))), _closest(word, entry.reading))


def _closest(word: str, text: str) -> float:
    width = len(word)
    stretches = (text[at : at + width] for at in range(max(1, len(text) - width + 1)))
    return max((SequenceMatcher(None, word, stretch).ratio() for stretch in stretches), default=0.0)
