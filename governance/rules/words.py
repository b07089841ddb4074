"""Cutting Japanese into words, so that a change marks words and not letters."""

import re
import threading

from sudachipy import Dictionary, SplitMode

NUMBER_WITH_UNIT = re.compile(
    r"\d+(?:か月|ヶ月|箇月|カ月|週間|時間|日間|年間|[人名年月日条項号回円件歳通分週字])?"
)
PIECE = 8_000  # characters; the analyser takes 49,149 bytes at once
_local = threading.local()


def words(text: str) -> list[str]:
    """The words of a text; joined together they are the text again. 15人 counts as one word."""
    found: list[str] = []
    end = 0
    for match in NUMBER_WITH_UNIT.finditer(text):
        found += [*_cut(text[end : match.start()]), match.group()]
        end = match.end()
    return found + _cut(text[end:])


def _cut(text: str) -> list[str]:
    pieces = [text[start : start + PIECE] for start in range(0, len(text), PIECE)]
    cut = [word.surface() for piece in pieces for word in _tokenizer().tokenize(piece, SplitMode.A)]
    return [word for word in cut if word] if "".join(cut) == text else list(text)


def _tokenizer():
    """One analyser per thread: a shared one refuses to be used twice at once."""
    if not hasattr(_local, "tokenizer"):
        _local.tokenizer = Dictionary().tokenizer()
    return _local.tokenizer
