"""What a noun hands to the index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from . import tokens
from .models import Entry

PASSAGE = 3_000
"""Letters a passage has at most: PostgreSQL counts positions up to 16,383, and a letter makes about two tokens."""


@dataclass(frozen=True)
class Document:
    """One findable thing; a long text becomes several passages of it."""

    kind: str
    object_id: str
    title: str
    text: str
    url: str
    created_at: datetime
    audience: int = 0
    locale: str = ""
    place: str = ""
    label: str = ""
    reading: str = ""

    def entries(self) -> Iterator[Entry]:
        """Rows of the index. The title is found with every passage."""
        said = self.reading or tokens.reading(self.title)
        for number, passage in enumerate(passages(self.text)):
            yield Entry(
                kind=self.kind,
                object_id=self.object_id,
                place=self.place,
                passage=number,
                audience=self.audience,
                locale=self.locale,
                created_at=self.created_at,
                title=self.title[:300],
                reading=tokens.hiragana(tokens.normalise(said))[:600],
                text=passage,
                url=self.url,
                label=self.label,
                tokens=tokens.index_tokens(f"{self.title}\n{passage}", said),
            )


def passages(text: str) -> Iterator[str]:
    """Pieces of bounded length, cut after a sentence or line where there is one."""
    text = text.strip()
    while len(text) > PASSAGE:
        cut = max(text.rfind(mark, PASSAGE // 2, PASSAGE) for mark in "。\n！？") + 1 or PASSAGE
        yield text[:cut]
        text = text[cut:]
    yield text
