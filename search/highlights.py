"""Where in a text the words of a question stand, so that the reader sees why something was found."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .tokens import WORD, Term, hiragana, normalise, word_spans

WIDTH = 120
MARKS = "\uff9e\uff9f\u3099\u309a"  # voicing marks belong to the letter before them


@dataclass(frozen=True)
class Part:
    """A stretch of text, marked or not."""

    text: str
    is_hit: bool = False


def marked(text: str, terms: Sequence[Term]) -> list[Part]:
    """The whole text, hits marked."""
    return list(_parts(text, _hits(text, terms), 0, len(text)))


def snippet(text: str, terms: Sequence[Term]) -> list[Part]:
    """About three lines around the first hit."""
    text = " ".join(text.split())
    hits = _hits(text, terms)
    start = _beginning(text, hits[0][0]) if hits else 0
    end = min(len(text), start + WIDTH)
    parts = list(_parts(text, hits, start, end))
    before, after = [Part("…")] if start else [], [Part("…")] if end < len(text) else []
    return [*before, *parts, *after]


def _beginning(text: str, hit: int) -> int:
    """The sentence of the hit, or a little before it."""
    earliest = max(0, hit - WIDTH // 3)
    sentence = max(text.rfind(mark, earliest, hit) for mark in "。！？") + 1
    return sentence or (earliest if hit > WIDTH // 3 else 0)


def _parts(text: str, hits: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[Part]:
    at = start
    for begin, stop in hits:
        if stop <= start or begin >= end:
            continue
        if begin > at:
            yield Part(text[at:begin])
        yield Part(text[max(begin, at) : min(stop, end)], is_hit=True)
        at = min(stop, end)
    if at < end:
        yield Part(text[at:end])


def _hits(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Spans of the original text, in order, never overlapping."""
    folded, places = _folded(text)
    found: list[tuple[int, int]] = []
    for term in terms:
        spans = list(_literal(hiragana(folded), hiragana(term.text))) or list(_by_words(folded, term))
        found += [(places[begin], places[end]) for begin, end in spans]
    return _merged(found)


def _folded(text: str) -> tuple[str, list[int]]:
    """The text as it is indexed, and for each of its letters the place in the original."""
    folded, places, at = "", [], 0
    while at < len(text):
        end = at + 1
        while end < len(text) and (text[end] in MARKS or unicodedata.combining(text[end])):
            end += 1
        letters = normalise(text[at:end])
        folded += letters
        places += [at] * len(letters)
        at = end
    return folded, [*places, len(text)]


def _literal(text: str, words: str) -> Iterator[tuple[int, int]]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + len(words))


def _by_words(text: str, term: Term) -> Iterator[tuple[int, int]]:
    """Where another spelling of the same words stands (引越し for 引っ越し)."""
    spans = word_spans(text)
    words = [token for token, _begin, _end in spans]
    for phrase in term.phrases:
        if not phrase[0].startswith(WORD):
            continue
        for at in range(len(words) - len(phrase) + 1):
            if tuple(words[at : at + len(phrase)]) == phrase:
                yield spans[at][1], spans[at + len(phrase) - 1][2]


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return merged
