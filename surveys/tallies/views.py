"""The result: tables for everybody, words for those who count."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.foundation.decisions import require
from portal.foundation.templatetags.ui import japanese_date
from surveys.surveys.models import Survey

from . import permissions, results


def _survey(request: HttpRequest, slug: str) -> Survey:
    visible = Survey.objects.visible_to(request.acting).select_related("sponsor", "result")
    return get_object_or_404(visible, slug=slug)


def _outline(survey: Survey) -> list[dict[str, Any]]:
    """The outline every report of a survey begins with: purpose, time, method, how many."""
    proven = survey.proven_count if survey.is_gated else None
    return [
        {"label": _("What this is for"), "value": survey.purpose},
        {"label": _("Sponsor"), "value": survey.sponsor},
        {
            "label": _("Survey period"),
            "value": f"{japanese_date(survey.opens_on)} – {japanese_date(survey.closes_on)}",
        },
        {"label": _("Who may answer"), "value": survey.get_mode_display()},
        {"label": _("How those asked were chosen"), "value": survey.get_sampling_display()},
        {"label": _("People who proved themselves"), "value": proven},
        {"label": _("Number of answers"), "value": survey.answered_count},
    ]


@require_safe
def result(request: HttpRequest, slug: str) -> HttpResponse:
    """Every question with its counts, its n and what one must know to read it."""
    survey = _survey(request, slug)
    require(permissions.can_read_result(request.acting, survey))
    context = {
        "survey": survey,
        "facts": _outline(survey),
        "tables": results.of(survey),
        "notes": results.notes_for(survey),
    }
    return render(request, "surveys/tallies/result.html", context)


@require_safe
def texts(request: HttpRequest, slug: str) -> HttpResponse:
    """What residents wrote in their own words, sorted by wording and not by arrival."""
    survey = _survey(request, slug)
    require(permissions.can_read_words(request.acting, survey))
    context = {"survey": survey, "texts": results.texts(survey)}
    return render(request, "surveys/tallies/texts.html", context)
