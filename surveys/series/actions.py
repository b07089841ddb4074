"""The verbs of a series: start, add a wave, conclude."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.foundation import audit, custody
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied, require
from surveys.surveys import actions as surveys
from surveys.surveys.models import Question, Survey
from surveys.tallies import counting

from . import notifications, permissions
from .models import DroppedOption, SurveySeries, Wave


@dataclass(frozen=True)
class SeriesPlan:
    """What a sponsor has in mind with several waves."""

    title: str
    purpose: str
    kind: str


@transaction.atomic
def start(plan: SeriesPlan, *, by: Acting) -> SurveySeries:
    """Begin a series; its key is made at the second custodian, and nobody here ever holds it."""
    require(permissions.can_start_series(by))
    series = SurveySeries(sponsor=by.body, title=plan.title, purpose=plan.purpose, kind=plan.kind)
    series.step("start", by=by)
    custody.create(series.key_name)
    audit.record("surveys.series.started", by=by, target=series, public=True, to_status=series.status)
    return series


@transaction.atomic
def add_wave(series: SurveySeries, survey: Survey, *, by: Acting) -> Wave:
    """Make a planned survey the next wave (2.16); its content is approved like that of any other."""
    series = SurveySeries.objects.select_for_update().get(pk=series.pk)
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    require(permissions.can_add_wave(by, series))
    require(permissions.can_become_wave(survey, series))
    series.step("add_wave", by=by)
    wave = Wave.objects.create(series=series, survey=survey, number=series.waves.count() + 1)
    audit.record("surveys.series.wave_added", by=by, target=series, details={"number": wave.number})
    return wave


@transaction.atomic
def carry_over(wave: Wave, question: Question, *, at_least: int, by: Acting) -> Question:
    """Put a question of the wave before into this one, without the options fewer than so many percent chose (2.16).

    The sponsor sets the percentage; it stands beside each option that was dropped, for everybody to read.
    """
    survey = Survey.objects.select_for_update().get(pk=wave.survey_id)
    require(permissions.can_carry_over(by, wave, question))
    count = counting.from_json(question.survey.result.counts)[str(question.pk)]
    choices = list(question.choices.all())
    kept = [c for c in choices if count.choices[str(c.pk)] * 100 >= at_least * count.base]
    if len(kept) < 2:
        raise Denied(_("Fewer than two options would remain."), _("Choose a smaller percentage."))
    draft = surveys.QuestionDraft(
        question.kind,
        question.text,
        [choice.text for choice in kept],
        help=question.help,
        is_required=question.is_required,
        may_decline=question.may_decline,
    )
    made = surveys.design(survey, draft, by=by)
    dropped = [choice for choice in choices if choice not in kept]
    DroppedOption.objects.bulk_create(
        DroppedOption(wave=wave, question=question.text, option=choice.text, below_percent=at_least)
        for choice in dropped
    )
    details = {"at_least": at_least, "dropped": len(dropped)}
    audit.record("surveys.series.carried_over", by=by, target=wave.series, details=details)
    return made


@transaction.atomic
def conclude(series: SurveySeries, *, by: Acting, reason: str) -> SurveySeries:
    """End a series: the key is destroyed, so that no pseudonym can ever again be computed from a person.

    It goes first: if the rest fails, the series has lost its key, and nobody their protection.
    """
    series = SurveySeries.objects.select_for_update().get(pk=series.pk)
    require(permissions.can_conclude_series(by, series))
    custody.destroy(series.key_name)
    series.step("conclude", by=by, reason=reason)
    audit.record(
        "surveys.series.concluded",
        by=by,
        target=series,
        reason=reason,
        public=True,
        to_status=series.status,
    )
    notifications.series_concluded(series, by)
    return series
