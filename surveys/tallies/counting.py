"""Counting answer sheets. Plain arithmetic: no model, no request.

A sheet is `{question id: answer}`; an answer is `{"choices": [ids]}`, `{"text": "…"}` or
`{"declined": true}`; a question left out was not answered (無回答), which is not the same as declined.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass
class Count:
    """What became of one question, over all sheets."""

    kind: str
    choices: dict[str, int] = field(default_factory=dict)
    answered: int = 0
    declined: int = 0
    unanswered: int = 0

    @property
    def base(self) -> int:
        return self.answered + self.declined + self.unanswered


def count(form: Mapping[str, tuple[str, list[str]]], sheets: Iterable[Mapping[str, Any]]) -> dict[str, Count]:
    """Count each question of the form (id → kind and choice ids) over the sheets."""
    counts = {question: Count(kind, dict.fromkeys(choices, 0)) for question, (kind, choices) in form.items()}
    for sheet in sheets:
        for question, result in counts.items():
            _add(result, sheet.get(question))
    return counts


def _add(result: Count, given: Mapping[str, Any] | None) -> None:
    if not given:
        result.unanswered += 1
    elif given.get("declined"):
        result.declined += 1
    else:
        result.answered += 1
        for choice in set(given.get("choices", [])):
            result.choices[str(choice)] += 1


def as_json(counts: Mapping[str, Count]) -> dict[str, Any]:
    return {question: asdict(result) for question, result in counts.items()}


def from_json(stored: Mapping[str, Any]) -> dict[str, Count]:
    return {question: Count(**result) for question, result in stored.items()}
