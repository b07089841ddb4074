"""The counter's pages: the list of checks, the two entries, the slip."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.foundation import clock
from portal.foundation.decisions import Denied, require
from portal.foundation.paging import keyset
from surveys.surveys.forms import ReasonForm
from surveys.surveys.models import Survey

from . import actions, permissions
from .forms import DetailsForm
from .models import CounterCheck


def _survey(request: HttpRequest, slug: str) -> Survey:
    visible = Survey.objects.public().select_related("sponsor", "verifying_body")
    survey = get_object_or_404(visible, slug=slug)
    require(permissions.can_read_counter(request.acting))
    return survey


def _check(request: HttpRequest, slug: str, pk: Any) -> CounterCheck:
    survey = _survey(request, slug)
    return get_object_or_404(survey.counter_checks.select_related("survey__verifying_body"), pk=pk)


@never_cache
@require_safe
def check_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Checks at the counter: what kind of document and how far; nobody's name."""
    survey = _survey(request, slug)
    page = keyset(survey.counter_checks.all(), request, order="-id")
    context = {
        "survey": survey,
        "page": page,
        "may_record": permissions.can_record_counter_check(request.acting, survey),
    }
    return render(request, "surveys/counters/list.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, slug: str) -> HttpResponse:
    """The first entry."""
    survey = _survey(request, slug)
    require(permissions.can_record_counter_check(request.acting, survey))
    form = DetailsForm(request.POST or None)
    if form.is_valid():
        may = permissions.lives_in_the_area(form.entered["details"], survey)
        if may:
            entered = form.entered
            check = actions.record(survey, entered.pop("details"), by=request.acting, **entered)
            return redirect("surveys:counter-check", survey.slug, check.pk)
        form.add_error("address", str(may))
    context = {
        "survey": survey,
        "form": form,
        "title": _("First entry"),
        "submit": _("Record the first entry"),
    }
    return render(request, "surveys/counters/entry.html", context)


@never_cache
@require_safe
def check_detail(request: HttpRequest, slug: str, pk: Any) -> HttpResponse:
    """How far a check has come, and who may go on."""
    check = _check(request, slug, pk)
    context = {
        "survey": check.survey,
        "check": check,
        "may_confirm": permissions.can_confirm_counter_check(request.acting, check),
        "may_drop": permissions.can_drop_counter_check(request.acting, check),
    }
    return render(request, "surveys/counters/detail.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, slug: str, pk: Any) -> HttpResponse:
    """The second entry; on agreement the slip, shown this once."""
    check = _check(request, slug, pk)
    require(permissions.can_confirm_counter_check(request.acting, check))
    form = DetailsForm(request.POST or None)
    if form.is_valid():
        entered = form.entered
        try:
            code = actions.confirm(check, entered.pop("details"), by=request.acting, **entered)
        except Denied as denied:
            form.add_error(None, f"{denied.reason} {denied.next_step}")
        else:
            context = {"survey": check.survey, "code": code, "today": clock.today()}
            return render(request, "surveys/counters/slip.html", context)
    context = {
        "survey": check.survey,
        "form": form,
        "title": _("Second entry"),
        "submit": _("Confirm and print the slip"),
    }
    return render(request, "surveys/counters/entry.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def drop(request: HttpRequest, slug: str, pk: Any) -> HttpResponse:
    """Break a check off, with a reason that names nobody."""
    check = _check(request, slug, pk)
    require(permissions.can_drop_counter_check(request.acting, check))
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        actions.drop(check, by=request.acting, **form.cleaned_data)
        return redirect("surveys:counter-list", check.survey.slug)
    context = {"survey": check.survey, "check": check, "form": form}
    return render(request, "surveys/counters/drop.html", context)
