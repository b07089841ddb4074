"""Counting a closed survey."""

from __future__ import annotations

from django.db import transaction

from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from surveys.envelopes import sheets
from surveys.surveys import actions as surveys
from surveys.surveys.models import Survey
from surveys.surveys.permissions import can_tally_survey

from . import counting
from .models import Tally


@transaction.atomic
def tally(survey: Survey, *, by: Acting) -> Tally:
    """Open the inner envelopes and count; only after closing, when no outer ones are left."""
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    require(can_tally_survey(by, survey))
    survey = surveys.tally(survey, by=by)
    form = {
        str(question.pk): (question.kind, [str(choice.pk) for choice in question.choices.all()])
        for question in survey.questions.prefetch_related("choices")
    }
    counts = counting.count(form, sheets.opened(survey))
    return Tally.objects.create(
        survey=survey,
        counts=counting.as_json(counts),
        base=survey.answered_count or 0,
        made_on=clock.today(),
    )
