"""The result: tables for everybody, words for those who count."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.foundation import open_data
from portal.foundation.decisions import require
from portal.foundation.templatetags.ui import japanese_date
from surveys.ballots import open_lists
from surveys.ballots.models import BoardPage
from surveys.surveys.models import Survey

from . import papers, permissions, results


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


@require_safe
def recount(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything one needs to count again: receipts, papers, a program, and how to read them."""
    survey = _for_everybody(slug)
    last = BoardPage.objects.filter(pool=survey.pool, is_last=True).first()
    may = permissions.can_lay_open_papers(survey)
    context = {"survey": survey, "may": may, "last": last, "figures": open_lists.figures(survey, last)}
    if may:
        context["piles"] = [_pile_line(pile) for pile in papers.of(survey)]
        context |= {"head": [_("Question"), _("Slips"), _("of these face down")], "figures_at": [1, 2]}
    context["address"] = request.build_absolute_uri(survey.get_absolute_url())
    return render(request, "surveys/tallies/recount.html", context)


@require_safe
def recount_data(request: HttpRequest, slug: str) -> HttpResponse:
    """The slips of each question and the table printed from them, for programs."""
    survey = _for_everybody(slug)
    require(permissions.can_lay_open_papers(survey))
    data = open_data.DataSet(
        f"{survey.title} 切り離した票",
        reverse("surveys:tally-recount", args=[survey.slug]),
        open_data.this_morning(),
        "once",
    )
    rule = "one slip a line; every question with one_slip_each has as many slips as answers arrived"
    content = {"about": data.about(), "rule": rule, "survey": survey.slug, "answers": survey.answered_count}
    return open_data.json_answer({**content, "questions": papers.of(survey)}, data)


def _for_everybody(slug: str) -> Survey:
    surveys = Survey.objects.public().select_related("sponsor", "result", "ballot_key")
    return get_object_or_404(surveys, slug=slug)


def _pile_line(pile: dict[str, Any]) -> list[Any]:
    """The question, its slips, and how many of them lie face down."""
    name = f"{pile['number']}. {pile['text']}"
    return [name, f"{len(pile['slips']):,}", f"{pile['slips'].count(papers.FACE_DOWN):,}"]
