"""Other instruments that a text names: 「…要領第9条」, 「…条例(平成15年条例第7号)」. Found by their words alone.

No Django here: text in, what it names out. The secretariat can add what this does not see, and remove what it misread.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .texts import Text

_KINDS = "条例|規則|要綱|要領|規程|法律|法|ルール"
_NUMBERED = re.compile(rf"([^、。「」()（）\s]{{2,60}}(?:{_KINDS}))[(（]([^()（）]*第[\d一-龠]+号)[)）]")
_ARTICLE = re.compile(rf"([一-龠々ァ-ヶー]{{2,40}}(?:{_KINDS}))第[\d一-龠]+条")


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument a line names: by its full title when that is registered, else as the line writes it."""

    provision: str
    label: str
    title: str
    number: str = ""


def named_in(text: Text, registered: Iterable[str], own_title: str = "") -> list[Named]:
    """Every other instrument the text names, each once a line."""
    titles = sorted((title for title in registered if title and title != own_title), key=len, reverse=True)
    found: dict[tuple[str, str], Named] = {}
    for article in text.articles:
        for id, _, words in article.lines():
            for title, number in _in_line(words, titles, own_title):
                found.setdefault((id, title), Named(id, text.label(id), title, number))
    return list(found.values())


def _in_line(words: str, titles: list[str], own_title: str) -> list[tuple[str, str]]:
    found = []
    for title in titles:
        if title in words:
            found.append((title, ""))
            words = words.replace(title, "")
    found += [(match[1], match[2]) for match in _NUMBERED.finditer(words)]
    for match in _ARTICLE.finditer(words):
        meant = [title for title in titles if title.endswith(match[1])]
        if len(meant) == 1 and not own_title.endswith(match[1]):
            found.append((meant[0], ""))
    return found
