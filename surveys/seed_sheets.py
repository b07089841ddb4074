"""Answer sheets as the demo town's invented respondents fill them in."""

from __future__ import annotations

import random
from typing import Any

from surveys.surveys.models import QuestionKind

WORDS = (
    "夜や休日にも読めるのが助かります。",
    "写真があると様子が分かります。",
    "高齢の家族には紙も残してください。",
)


def sheet(questions: list[Any], chance: random.Random) -> dict[str, Any]:
    """One invented answer sheet; now and then something is declined or left out, as people do."""
    given: dict[str, Any] = {}
    for question in questions:
        draw = chance.random()
        if question.kind == QuestionKind.TEXT:
            if draw < 0.3:
                given[str(question.pk)] = {"text": chance.choice(WORDS)}
        elif draw < 0.05 and question.may_decline:
            given[str(question.pk)] = {"declined": True}
        elif draw > 0.08 or question.is_required:
            given[str(question.pk)] = {"choices": _chosen(question, chance)}
    return given


def _chosen(question: Any, chance: random.Random) -> list[int]:
    keys = [choice.pk for choice in question.choices.all()]
    weights = [3 + len(keys) - place for place in range(len(keys))]
    if question.kind != QuestionKind.MULTIPLE:
        return chance.choices(keys, weights)
    return sorted(set(chance.choices(keys, weights, k=chance.randint(1, 3))))
