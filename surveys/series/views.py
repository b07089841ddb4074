"""The page of a series, for everybody; starting, continuing and ending it, for its sponsor."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.foundation.decisions import Denied, require
from portal.foundation.paging import keyset
from surveys.surveys.forms import ReasonForm
from surveys.surveys.lifecycle import SurveyStatus
from surveys.surveys.models import Survey

from . import actions, attrition, permissions
from .forms import CarryOverForm, SeriesForm, WaveForm
from .models import SurveySeries


def _series(pk: Any) -> SurveySeries:
    return get_object_or_404(SurveySeries.objects.select_related("sponsor"), pk=pk)


@require_safe
def series_list(request: HttpRequest) -> HttpResponse:
    """Series of surveys, running and concluded."""
    page = keyset(SurveySeries.objects.select_related("sponsor"), request, order="-id")
    items = [
        {
            "title": series.title,
            "url": series.get_absolute_url(),
            "status": series.get_status_display(),
            "tone": series.tone,
            "meta": str(series.sponsor),
            "text": series.get_kind_display(),
        }
        for series in page.items
    ]
    may_start = permissions.can_start_series(request.acting) if request.acting.body else False
    context = {"page": page, "items": items, "may_start": may_start}
    return render(request, "surveys/series/list.html", context)


@require_safe
def detail(request: HttpRequest, pk: Any) -> HttpResponse:
    """What joins the waves, the last wave's result, and who stayed."""
    series = _series(pk)
    lines = attrition.of(series)
    head = [
        _("Wave"),
        _("Number of answers"),
        _("of them in the wave before"),
        _("of them since the first wave"),
    ]
    rows = [[line.wave.survey.title, line.answered, line.returning, line.from_the_first] for line in lines]
    by = request.acting
    seen = Survey.objects.visible_to(by)
    context = {
        "series": series,
        "waves": series.waves.select_related("survey").prefetch_related("dropped").filter(survey__in=seen),
        "may_carry_over": series.waves.filter(survey__status=SurveyStatus.PLANNING, number__gt=1).exists(),
        "last": lines[-1].wave.survey if lines else None,
        "head": head,
        "rows": rows,
        "may_add": permissions.can_add_wave(by, series) if by.body else False,
        "may_conclude": permissions.can_conclude_series(by, series) if by.body else False,
    }
    return render(request, "surveys/series/detail.html", context)


def start(request: HttpRequest) -> HttpResponse:
    """Begin a series."""
    require(permissions.can_start_series(request.acting))
    form = SeriesForm(request.POST or None)
    if form.is_valid():
        series = actions.start(actions.SeriesPlan(**form.cleaned_data), by=request.acting)
        return redirect(series)
    return render(request, "surveys/series/start.html", {"form": form})


def add_wave(request: HttpRequest, pk: Any) -> HttpResponse:
    """Choose the next wave among the surveys planned for it."""
    series = _series(pk)
    require(permissions.can_add_wave(request.acting, series))
    form = WaveForm(series, request.POST or None)
    if form.is_valid():
        actions.add_wave(series, form.cleaned_data["survey"], by=request.acting)
        return redirect(series)
    return render(request, "surveys/series/add_wave.html", {"series": series, "form": form})


def carry_over(request: HttpRequest, pk: Any) -> HttpResponse:
    """Take a question of the last wave into the one being written, without the options that few chose."""
    series = _series(pk)
    require(permissions.can_add_wave(request.acting, series))
    wave = get_object_or_404(
        series.waves.select_related("survey__sponsor"), survey__status=SurveyStatus.PLANNING, number__gt=1
    )
    form = CarryOverForm(wave, request.POST or None)
    if form.is_valid():
        try:
            actions.carry_over(
                wave, form.cleaned_data["question"], at_least=form.cleaned_data["at_least"], by=request.acting
            )
        except Denied as denied:
            form.add_error(None, f"{denied.reason} {denied.next_step}")
        else:
            return redirect("surveys:survey-design", wave.survey.slug)
    return render(request, "surveys/series/carry_over.html", {"series": series, "wave": wave, "form": form})


def conclude(request: HttpRequest, pk: Any) -> HttpResponse:
    """End the series for good."""
    series = _series(pk)
    require(permissions.can_conclude_series(request.acting, series))
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        actions.conclude(series, by=request.acting, **form.cleaned_data)
        return redirect(series)
    return render(request, "surveys/series/conclude.html", {"series": series, "form": form})
