"""附則: the supplementary provisions, as the version that brought them prints them."""

from __future__ import annotations

from dataclasses import dataclass, field

from .provisions import WIDE_SPACE


@dataclass(frozen=True, slots=True)
class Supplement:
    """附則: comes with a version, is listed under the text and never merged into it."""

    paragraphs: tuple[tuple[str, str], ...] = field(default=())

    def plain(self) -> str:
        lines = [f"{label}{WIDE_SPACE}{words}" if label else words for label, words in self.paragraphs]
        return "\n".join([f"附{WIDE_SPACE}則", *lines])

    def to_json(self) -> dict:
        return {"paragraphs": [{"label": label, "text": words} for label, words in self.paragraphs]}

    @classmethod
    def from_json(cls, data: dict) -> Supplement:
        return cls(tuple((entry["label"], entry["text"]) for entry in data["paragraphs"]))

    @classmethod
    def of(cls, *sentences: str) -> Supplement:
        """A single paragraph stands without a number, several are numbered from 1."""
        return cls(
            tuple((str(n) if len(sentences) > 1 else "", words) for n, words in enumerate(sentences, start=1))
        )
