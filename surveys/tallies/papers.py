"""Ballot papers laid open for counting again: cut apart question by question, and only what the table shows.

A whole paper would undo the withholding of small numbers: whoever knows two of a neighbour's answers could read
the third. So each question's slips lie on a pile of their own; slips of withheld answers lie there face down.
What was written in residents' own words is never laid open.
"""

from __future__ import annotations

from typing import Any

from portal.foundation import parameters
from surveys.surveys.models import Question, QuestionKind, Survey

from . import counting, tables
from .counting import Count
from .results import cells

FACE_DOWN = "withheld"


def of(survey: Survey) -> list[dict[str, Any]]:
    """One pile of slips for each question, with the table printed from it."""
    counts = counting.from_json(survey.result.counts)
    below = parameters.value("survey.small_cell")
    questions = survey.questions.prefetch_related("choices")
    return [_pile(question, counts[str(question.pk)], below) for question in questions]


def _pile(question: Question, count: Count, below: int) -> dict[str, Any]:
    """Several answers to one question are cut apart too; face-down slips would then tell a withheld number."""
    lines, multiple = cells(question, count), question.kind == QuestionKind.MULTIPLE
    numbers = [line.count for line in lines]
    hidden = tables.hidden_cells(numbers, below=below, sums_to_base=not multiple)
    slips = [line.code for place, line in enumerate(lines) if place not in hidden for _n in range(line.count)]
    if not multiple:
        slips += [FACE_DOWN] * sum(numbers[place] for place in hidden)
    printed = [None if place in hidden else number for place, number in enumerate(numbers)]
    return {
        "number": question.position,
        "text": question.text,
        "kind": question.kind,
        "one_slip_each": not multiple,
        "slips": slips,
        "table": [
            {"code": line.code, "label": line.label, "count": shown}
            for line, shown in zip(lines, printed, strict=True)
        ],
    }
