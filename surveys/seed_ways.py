"""The demo town's counter, and a survey that is to be repeated."""

from __future__ import annotations

from datetime import date
from typing import Any

from surveys.certificates.attributes import Attributes
from surveys.counters import actions as counters
from surveys.models import Survey
from surveys.series import actions as repeated
from surveys.surveys import actions as surveys
from surveys.surveys.actions import Plan


def at_the_counter(town: Any, survey: Survey) -> None:
    """Two residents without a card reader came to the counter; the second still waits for a second look."""
    for number, is_confirmed in enumerate((True, False)):
        details = Attributes(f"窓口　{number}子", "2", date(1950, 5, 1 + number), "デモ県デモ市2丁目")
        check = counters.record(survey, details, document="licence", by=town.acting("it_staff"))
        if is_confirmed:
            counters.confirm(check, details, document="licence", by=town.acting("it_chief"))


def series(town: Any, wave: Plan) -> None:
    """The town-planning survey is to be repeated: options drop out until a plan is left (2.16)."""
    by = town.acting("planner_author")
    started = repeated.start(
        repeated.SeriesPlan(
            "まちづくり繰返しアンケート",
            "選択肢を絞りながら、同じ方に続けてうかがいます。",
            "elimination",
        ),
        by=by,
    )
    repeated.add_wave(started, surveys.plan(wave, by=by), by=by)
