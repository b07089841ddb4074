"""The resident's ticks, and the sponsor's list of sealed records."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.foundation.decisions import require
from portal.foundation.paging import keyset
from surveys.surveys.forms import ReasonForm
from surveys.surveys.models import Survey

from . import actions, offers, permissions
from .forms import HandOverForm, SearchForm
from .models import Disclosure


@never_cache
@require_POST
def hand_over(request: HttpRequest, slug: str) -> HttpResponse:
    """First the ticks, then (`step=hand-over`) the act; either way the answer comes next."""
    visible = Survey.objects.public().select_related("sponsor")
    survey = get_object_or_404(visible, slug=slug)
    ticket, offer = request.POST.get("ticket", ""), request.POST.get("offer", "")
    require(permissions.can_hand_over(survey, ticket))
    values = offers.read(survey, ticket, offer) or {}
    form = HandOverForm(request.POST if request.POST.get("step") == "hand-over" else None, values=values)
    context = {"survey": survey, "ticket": ticket, "offer": offer, "form": form}
    if form.is_valid():
        context["is_done"] = actions.hand_over(survey, ticket=ticket, offer=offer, chosen=form.chosen)
        return render(request, "surveys/disclosures/handed_over.html", context)
    return render(request, "surveys/disclosures/hand_over.html", context)


def _named(request: HttpRequest, slug: str) -> Survey:
    survey = get_object_or_404(Survey.objects.visible_to(request.acting).select_related("sponsor"), slug=slug)
    require(permissions.can_read_disclosures(request.acting, survey))
    return survey


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def disclosure_list(request: HttpRequest, slug: str) -> HttpResponse:
    """How many records there are; a name finds its own."""
    survey = _named(request, slug)
    found = survey.disclosures.all()
    form = SearchForm(request.POST or None)
    if form.is_valid() and form.cleaned_data["name"]:
        found = actions.find(survey, form.cleaned_data["name"], by=request.acting)
    page = keyset(found, request, order="-id")
    return render(request, "surveys/disclosures/list.html", {"survey": survey, "page": page, "form": form})


def _record(survey: Survey, pk: Any) -> Disclosure:
    return get_object_or_404(survey.disclosures.select_related("survey__sponsor"), pk=pk)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def look(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say why, then see one record and its answers."""
    survey = _named(request, slug)
    disclosure = _record(survey, pk)
    form = ReasonForm(request.POST or None)
    context: dict[str, Any] = {"survey": survey, "disclosure": disclosure, "form": form}
    if form.is_valid():
        seen = actions.look(disclosure, by=request.acting, **form.cleaned_data)
        context["facts"] = [
            {"label": label, "value": offers.SEXES.get(seen["given"].get(name), seen["given"].get(name, ""))}
            if name == "sex"
            else {"label": label, "value": seen["given"].get(name, "")}
            for name, label in offers.ITEMS.items()
        ]
        context["answers"] = _answers(survey, seen["sheet"])
    return render(request, "surveys/disclosures/look.html", context)


def _answers(survey: Survey, sheet: dict[str, Any]) -> list[dict[str, Any]]:
    lines = []
    for question in survey.questions.prefetch_related("choices"):
        given = sheet.get(str(question.pk)) or {}
        words = [choice.text for choice in question.choices.all() if choice.pk in given.get("choices", [])]
        if given.get("declined"):
            words = [_("I prefer not to answer")]
        text = given.get("text") or "、".join(str(word) for word in words) or _("No answer given")
        lines.append({"label": question.text, "value": text})
    return lines


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, slug: str, pk: int | None = None) -> HttpResponse:
    """Erase one record, or (without a number) all of the survey."""
    survey = _named(request, slug)
    disclosure = _record(survey, pk) if pk is not None else None
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        if disclosure is not None:
            actions.erase(disclosure, by=request.acting, **form.cleaned_data)
        else:
            actions.erase_all(survey, by=request.acting, **form.cleaned_data)
        return redirect("surveys:disclosure-list", survey.slug)
    context = {"survey": survey, "disclosure": disclosure, "form": form}
    return render(request, "surveys/disclosures/erase.html", context)
