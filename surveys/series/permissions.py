"""Who runs a series: its sponsor (domain M8, start next wave of a repeated survey)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from portal.foundation import custody
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import belongs
from surveys.surveys.lifecycle import BEFORE_OPENING
from surveys.surveys.models import Anonymity, Question, Survey
from surveys.surveys.permissions import can_design_survey, can_plan_survey

from .lifecycle import SERIES
from .models import SurveySeries, Wave


def can_start_series(by: Acting) -> Decision:
    return can_plan_survey(by) and _there_is_a_custodian()


def can_add_wave(by: Acting, series: SurveySeries) -> Decision:
    return _acts_for_its_sponsor(by, series) and SERIES.allows("add_wave", series.status)


def can_become_wave(survey: Survey, series: SurveySeries) -> Decision:
    """A survey of the same sponsor that was planned under a pseudonym, not opened yet, and in no series."""
    is_fit = (
        survey.sponsor_id == series.sponsor_id
        and survey.anonymity == Anonymity.PSEUDONYMOUS
        and survey.status in BEFORE_OPENING
    )
    if is_fit and not Wave.objects.filter(survey=survey).exists():
        return True
    return Denied(
        _("This survey cannot become a wave of the series."),
        _("It must be planned under a pseudonym by the same sponsor, and not be open yet."),
    )


def can_carry_over(by: Acting, wave: Wave, question: Question) -> Decision:
    """From the published wave right before into one whose form is still being written; questions with options only."""
    return can_add_wave(by, wave.series) and can_design_survey(by, wave.survey) and _is_right(wave, question)


def _is_right(wave: Wave, question: Question) -> Decision:
    before = Wave.objects.filter(
        series=wave.series_id, number=wave.number - 1, survey=question.survey_id, survey__status="published"
    )
    if question.has_choices and before.exists():
        return True
    return Denied(_("Only questions with options of the published wave before can be carried over."))


def can_conclude_series(by: Acting, series: SurveySeries) -> Decision:
    return (
        _acts_for_its_sponsor(by, series)
        and SERIES.allows("conclude", series.status)
        and _nothing_collects(series)
    )


def _acts_for_its_sponsor(by: Acting, series: SurveySeries) -> Decision:
    if by.body is not None and by.body.pk == series.sponsor_id:
        return belongs(by)
    return Denied(
        _("Only the sponsor of this series may do this."),
        _("The sponsor is “%(body)s”.") % {"body": series.sponsor},
    )


def _nothing_collects(series: SurveySeries) -> Decision:
    if not series.waves.filter(survey__status__in=["collecting", "suspended"]).exists():
        return True
    return Denied(_("A wave of this series is still open."), _("Close it first."))


def _there_is_a_custodian() -> Decision:
    if custody.is_configured():
        return True
    return Denied(
        _("Pseudonyms need a second custodian for their key, and this portal has none."),
        _("Whoever runs the server can set one up."),
    )
