"""The verbs of a series: start, add a wave, conclude."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from portal.foundation import audit, custody
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from surveys.surveys.models import Survey

from . import notifications, permissions
from .models import SurveySeries, Wave


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
