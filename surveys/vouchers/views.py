"""Leave a signature, and collect a ticket with the code. The session plays no part."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.foundation.decisions import require
from portal.foundation.limits import Limit
from surveys.envelopes.views import proof_refused, ticket_page
from surveys.surveys.models import Survey

from . import actions, permissions
from .forms import CodeForm, LeaveForm

LEAVINGS = Limit("surveys.voucher_leave", times=20, per=timedelta(minutes=10))
VISITS = Limit("surveys.voucher_collect", times=30, per=timedelta(minutes=10))


def _open_survey(slug: str) -> Survey:
    return get_object_or_404(Survey.objects.public().select_related("sponsor", "verifying_body"), slug=slug)


@never_cache
@require_POST
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    """Take the signature in, and show the code this once (again for the same press)."""
    survey = _open_survey(slug)
    require(permissions.can_leave_signature(survey))
    require(LEAVINGS.take(request))
    form = LeaveForm(request.POST)
    if not form.is_valid():
        offer = request.POST.get("offer", "")
        context = {"survey": survey, "form": form, "later": offer}
        return render(request, "surveys/vouchers/leave.html", context)
    offer = actions.offered(survey, form.cleaned_data["offer"])
    code = actions.leave(survey, offer, address=form.cleaned_data["address"])
    return render(request, "surveys/vouchers/left.html", {"survey": survey, "code": code})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def collect(request: HttpRequest, slug: str) -> HttpResponse:
    """Whoever brings the code receives the ticket, or hears how the check stands."""
    survey = _open_survey(slug)
    form = CodeForm(request.POST or None)
    if request.method == "POST":
        require(VISITS.take(request))
    if form.is_valid():
        outcome = actions.collect(survey, form.cleaned_data["code"])
        if outcome:
            return ticket_page(request, survey, outcome)
        if outcome.reason is not None and outcome.reason.code.startswith("voucher-"):
            context = {"survey": survey, "form": form, "reason": outcome.reason, "may": True}
            return render(request, "surveys/vouchers/collect.html", context)
        return proof_refused(request, survey, outcome)
    may = permissions.can_collect_ticket(survey)
    return render(request, "surveys/vouchers/collect.html", {"survey": survey, "form": form, "may": may})
