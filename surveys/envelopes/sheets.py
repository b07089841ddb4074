"""Answer sheets at rest: sealed as they are filed, opened only once no more answers are taken.

Each survey has a data key of its own. A sheet is bound to its pool and not to its row, since rows are
written anew every night under other keys; it is padded, so that its length tells nothing of what was said.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.foundation import sealing
from portal.foundation.decisions import Decision, Denied, require
from surveys.surveys.lifecycle import SurveyStatus
from surveys.surveys.models import Survey

from .models import InnerEnvelope
from .order_free import random_key

PADDED_TO = 1024
"""Sheets are filled up to a multiple of so many bytes."""
NO_MORE_ANSWERS = frozenset({SurveyStatus.CLOSED, SurveyStatus.TALLIED, SurveyStatus.PUBLISHED})


def sealed(survey: Survey, sheets: Iterable[dict[str, Any]]) -> list[InnerEnvelope]:
    """Inner envelopes, closed but not yet filed."""
    texts = [_padded(json.dumps(sheet)) for sheet in sheets]
    envelopes = sealing.seal_each(texts, purpose=purpose(survey), bound_to=purpose(survey))
    return [InnerEnvelope(id=random_key(), pool=survey.pool, sealed_answers=content) for content in envelopes]


def opened(survey: Survey) -> Iterator[dict[str, Any]]:
    """What is written on the sheets, in the random order in which they lie."""
    require(can_be_opened(survey))
    rows = InnerEnvelope.objects.filter(pool=survey.pool).values_list("sealed_answers", flat=True)
    if not rows.exists():
        return iter(())
    texts = sealing.unseal_each(rows.iterator(), purpose=purpose(survey), bound_to=purpose(survey))
    return map(json.loads, texts)


def can_be_opened(survey: Survey) -> Decision:
    """Nobody asks for a person here: before the closing the program opens no sheet for anybody."""
    if survey.status in NO_MORE_ANSWERS:
        return True
    return Denied(_("The answers are sealed until the survey is closed and counted."))


def purpose(survey: Survey) -> str:
    """The name of the survey's own data key; setting that to NULL erases its answers for good."""
    return f"surveys.answers:{survey.pool}"


def _padded(text: str) -> str:
    """Blanks at the end mean nothing in JSON; `json.dumps` writes one byte a character."""
    return text.ljust(-(-len(text) // PADDED_TO) * PADDED_TO)
