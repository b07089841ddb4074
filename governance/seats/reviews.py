"""Pages about keeping a seat: the conditions questioned, the finding."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.committees.sections import breadcrumbs
from portal.foundation.decisions import require

from . import actions
from .forms import ReasonForm, ReviewForm
from .models import Seat
from .permissions import can_question_seat, can_uphold_seat


@login_required
def question(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether a member still meets 第11条."""
    seat = _seat(pk)
    require(can_question_seat(request.acting, seat))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.question(seat, by=request.acting, **form.cleaned_data)
        messages.success(request, _("The member and the mayor have been told."))
        return redirect("governance:committee-detail", seat.term.body.code)
    title = _("Ask whether the conditions are still met")
    return _act(request, form, title, _("Ask the mayor to decide"), seat)


@login_required
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The mayor finds whether a questioned member keeps the seat."""
    seat = _seat(pk)
    require(can_uphold_seat(request.acting, seat))
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        finding, reason = form.cleaned_data["finding"], form.cleaned_data["reason"]
        act = actions.uphold if finding == ReviewForm.UPHOLD else actions.disqualify
        act(seat, by=request.acting, reason=reason)
        messages.success(request, _("The decision has been recorded."))
        return redirect("governance:committee-detail", seat.term.body.code)
    question_step = seat.steps.filter(verb="question").last()
    note = question_step.reason if question_step else ""
    return _act(request, form, _("Decide about a seat under review"), _("Record the decision"), seat, note)


def _act(
    request: HttpRequest, form: Any, title: str, submit: str, seat: Seat, note: str = ""
) -> HttpResponse:
    """A verb with words, on the page all such verbs share."""
    body = seat.term.body
    page = reverse("governance:committee-detail", args=[body.code])
    context = {
        "form": form,
        "may": True,
        "page_title": title,
        "submit": submit,
        "lead": f"{body} {seat.term} – {seat}",
        "note": note,
        "back": page,
        "breadcrumbs": breadcrumbs((body.shown_name, page), (title, "")),
    }
    return render(request, "governance/act.html", context)


def _seat(pk: int) -> Seat:
    return get_object_or_404(Seat.objects.select_related("person", "term__body"), pk=pk)
