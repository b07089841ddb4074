"""The result page's tables: questions, counts and the sentences that must stand beneath them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.foundation import parameters
from surveys.envelopes import sheets
from surveys.surveys.models import Question, QuestionKind, Sampling, Survey

from . import counting, tables
from .counting import Count


@dataclass(frozen=True)
class QuestionResult:
    """One question with its printed table."""

    question: Question
    rows: list[tables.Row]
    base: int
    notes: list[str | Promise]

    @property
    def caption(self) -> str:
        return gettext("Answers to question %(number)s") % {"number": self.question.position}


def of(survey: Survey) -> list[QuestionResult]:
    """All tables of a counted survey, in the order of the form."""
    counts = counting.from_json(survey.result.counts)
    below = parameters.value("survey.small_cell")
    few = parameters.value("survey.reference_base")
    questions = survey.questions.prefetch_related("choices")
    return [_print(question, counts[str(question.pk)], below, few) for question in questions]


def notes_for(survey: Survey) -> list[str | Promise]:
    """What a reader must know before believing a share."""
    notes: list[str | Promise] = []
    if survey.sampling == Sampling.SELF_SELECTED:
        notes.append(
            _("These are the leanings of those who answered, not shares of all residents of the city.")
        )
    notes.append(_("Shares are rounded to one decimal, halves upwards, so they may not add up to 100."))
    return notes


def texts(survey: Survey) -> list[tuple[Question, list[str]]]:
    """Answers in residents' own words, for the tallier's eyes; never published unread."""
    questions = list(survey.questions.filter(kind=QuestionKind.TEXT))
    found: dict[int, list[str]] = {question.pk: [] for question in questions}
    for sheet in sheets.opened(survey):
        for pk in found:
            written = sheet.get(str(pk), {}).get("text")
            if written:
                found[pk].append(written)
    return [(question, sorted(found[question.pk])) for question in questions]


def _print(question: Question, count: Count, below: int, few: int) -> QuestionResult:
    lines = cells(question, count)
    multiple = question.kind == QuestionKind.MULTIPLE
    labels, numbers = [line.label for line in lines], [line.count for line in lines]
    rows = tables.rows(labels, numbers, base=count.base, below=below, sums_to_base=not multiple)
    return QuestionResult(question, rows, count.base, _notes(question, count, rows, few))


@dataclass(frozen=True)
class Cell:
    """One thing that could be said to a question: its code in open data, its words, and how often it was said."""

    code: str
    label: str
    count: int


def cells(question: Question, count: Count) -> list[Cell]:
    """Everything that could be said to a question, in the order printed."""
    if question.kind == QuestionKind.TEXT:
        found = [Cell("wrote", gettext("Wrote something"), count.answered)]
    else:
        choices = question.choices.all()
        found = [Cell(str(c.position), c.text, count.choices[str(c.pk)]) for c in choices]
    if question.may_decline:
        found.append(Cell("declined", gettext("Prefer not to answer"), count.declined))
    return [*found, Cell("unanswered", gettext("No answer given"), count.unanswered)]


def _notes(question: Question, count: Count, rows: list[tables.Row], few: int) -> list[str | Promise]:
    notes: list[str | Promise] = []
    if question.kind == QuestionKind.MULTIPLE:
        notes.append(_("Several answers were possible, so the shares add up to more than 100."))
    if any(row.is_hidden for row in rows):
        notes.append(_("＊ Withheld, so that nobody can be recognised among few answers."))
    elif question.kind == QuestionKind.SCALE and count.answered:
        notes.append(_("Mean of the steps: %(mean)s") % {"mean": _mean(question, count)})
    if count.base < few:
        notes.append(_("For reference only: fewer than %(few)s answers.") % {"few": few})
    return notes


def _mean(question: Question, count: Count) -> str:
    total = sum(choice.position * count.choices[str(choice.pk)] for choice in question.choices.all())
    mean = Decimal(total) / Decimal(count.answered)
    return str(mean.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))
