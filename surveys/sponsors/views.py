"""Outside bodies apply; the system management body answers."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from portal.foundation.decisions import require
from portal.foundation.paging import keyset

from . import actions, permissions
from .forms import ApplyForm, DecideForm
from .models import SurveySponsor

VERBS = {
    "approve": (_("Approve"), permissions.can_approve_sponsor, actions.approve, "primary"),
    "refuse": (_("Do not approve"), permissions.can_refuse_sponsor, actions.refuse, "danger"),
    "suspend": (_("Suspend"), permissions.can_suspend_sponsor, actions.suspend, "danger"),
    "resume": (_("End the suspension"), permissions.can_resume_sponsor, actions.resume, "primary"),
}


@require_safe
def sponsor_list(request: HttpRequest) -> HttpResponse:
    """Which outside bodies may run surveys, until when; with the presses of those who decide."""
    page = keyset(SurveySponsor.objects.select_related("body"), request, order="-id")
    rows = [
        {
            "sponsor": sponsor,
            "presses": [
                (verb, label)
                for verb, (label, may, _action, _tone) in VERBS.items()
                if may(request.acting, sponsor)
            ],
        }
        for sponsor in page.items
    ]
    may_apply = permissions.can_apply_sponsor(request.acting)
    return render(request, "surveys/sponsors/list.html", {"page": page, "rows": rows, "may_apply": may_apply})


def apply(request: HttpRequest) -> HttpResponse:
    """An outside body asks."""
    require(permissions.can_apply_sponsor(request.acting))
    form = ApplyForm(request.POST or None)
    if form.is_valid():
        actions.apply(**form.cleaned_data, by=request.acting)
        return redirect("surveys:sponsor-list")
    return render(request, "surveys/sponsors/apply.html", {"form": form})


def decide(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Yes, no, not now, or again."""
    if verb not in VERBS:
        raise Http404
    label, may, action, tone = VERBS[verb]
    sponsor = get_object_or_404(SurveySponsor.objects.select_related("body"), pk=pk)
    require(may(request.acting, sponsor))
    form = DecideForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        action(sponsor, by=request.acting, **form.cleaned_data)
        return redirect("surveys:sponsor-list")
    context = {"sponsor": sponsor, "form": form, "label": label, "tone": tone}
    return render(request, "surveys/sponsors/decide.html", context)
