"""Who stayed from wave to wave, in numbers: sets of pseudonyms laid side by side. Only of published waves."""

from __future__ import annotations

from dataclasses import dataclass

from portal.foundation import parameters
from surveys.envelopes import sheets
from surveys.envelopes.marks import MARK
from surveys.surveys.lifecycle import SurveyStatus
from surveys.tallies import tables

from .models import SurveySeries, Wave


@dataclass(frozen=True)
class Line:
    """One wave: how many answered, how many of them in the wave before, and how many since the first."""

    wave: Wave
    answered: str
    returning: str
    from_the_first: str


def of(series: SurveySeries) -> list[Line]:
    """The table of attrition; small numbers are withheld with whatever would give them away."""
    waves = series.waves.select_related("survey").filter(survey__status=SurveyStatus.PUBLISHED)
    below = parameters.value("survey.small_cell")
    lines: list[Line] = []
    first: set[str] = set()
    before: set[str] = set()
    for wave in waves:
        marks = {sheet[MARK] for sheet in sheets.opened(wave.survey) if MARK in sheet}
        first = first if lines else marks
        lines.append(
            Line(
                wave,
                _printed([len(marks)], below),
                _split(marks, before, below) if lines else tables.NOTHING,
                _split(marks, first, below) if lines else tables.NOTHING,
            )
        )
        before = marks
    return lines


def _split(marks: set[str], known: set[str], below: int) -> str:
    """How many are known already; withheld also where those who are new are so few that they could be found."""
    return _printed([len(marks & known), len(marks - known)], below)


def _printed(counts: list[int], below: int) -> str:
    hidden = tables.hidden_cells(counts, below=below, sums_to_base=len(counts) > 1)
    return tables.HIDDEN if 0 in hidden else str(counts[0])
