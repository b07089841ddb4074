"""Answer sheets at rest: closed as they are filed, opened only once no more answers are taken.

Each survey has a key pair of its own (`surveys.surveys.sheet_keys`); closing takes the public half alone. A sheet is
bound to its pool and not to its row, since rows are written anew every night under other keys; it is padded, so that
its length tells nothing of what was said.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.foundation import sealing
from portal.foundation.decisions import Decision, Denied, require
from surveys.surveys.lifecycle import SurveyStatus
from surveys.surveys.models import Survey
from surveys.surveys.printed_forms import Answerable, form_of
from surveys.surveys.sheet_keys import Opener, close, purpose

from .models import InnerEnvelope
from .order_free import random_key

CLOSED_TO_A_PUBLIC_KEY = b"\x02"
"""The first byte of a sheet; `sealing.VERSION` marks those filed before, under the data key itself."""
PADDED_TO = 1024
"""Sheets are filled up to a multiple of so many bytes."""
NO_MORE_ANSWERS = frozenset({SurveyStatus.CLOSED, SurveyStatus.TALLIED, SurveyStatus.PUBLISHED})


def sealed(survey: Answerable, sheets: Iterable[dict[str, Any]]) -> list[InnerEnvelope]:
    """Inner envelopes, closed but not yet filed."""
    form = form_of(survey)
    key, place = bytes(form.sealing_key), purpose(survey)
    closed = [close(_padded(json.dumps(sheet)), key, bound_to=place) for sheet in sheets]
    return [
        InnerEnvelope(id=random_key(), pool=form.pool, sealed_answers=CLOSED_TO_A_PUBLIC_KEY + content)
        for content in closed
    ]


def opened(survey: Survey) -> Iterator[dict[str, Any]]:
    """What is written on the sheets, in the random order in which they lie."""
    require(can_be_opened(survey))
    rows = InnerEnvelope.objects.filter(pool=survey.pool).values_list("sealed_answers", flat=True)
    if not rows.exists():
        return iter(())
    reader = Reader(survey)
    return (json.loads(reader.text(bytes(row))) for row in rows.iterator())


class Reader:
    """Opens sheets of one survey, however they were closed; each key is fetched once, and only if it is needed."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey

    @cached_property
    def _opener(self) -> Opener:
        return Opener(self._survey)

    @cached_property
    def _unseal(self) -> Callable[[bytes], str]:
        place = purpose(self._survey)
        return sealing.unsealer(place, bound_to=place)

    def text(self, sheet: bytes) -> str:
        is_closed = sheet[:1] == CLOSED_TO_A_PUBLIC_KEY
        return self._opener.open(sheet[1:]) if is_closed else self._unseal(sheet)


def can_be_opened(survey: Survey) -> Decision:
    """Nobody asks for a person here: before the closing the program opens no sheet for anybody."""
    if survey.status in NO_MORE_ANSWERS:
        return True
    return Denied(_("The answers are sealed until the survey is closed and counted."))


def _padded(text: str) -> str:
    """Blanks at the end mean nothing in JSON; `json.dumps` writes one byte a character."""
    return text.ljust(-(-len(text) // PADDED_TO) * PADDED_TO)
