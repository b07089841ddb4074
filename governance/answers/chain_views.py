"""承認経路: which positions sign the drafts of a section."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.foundation import clock
from portal.foundation.decisions import require
from portal.foundation.paging import keyset
from residents.models import Body

from . import actions, forms, permissions
from .models import chain_of


@login_required
def chain_list(request: HttpRequest) -> HttpResponse:
    """Every section of today with its chain; readable for whoever reads drafts."""
    require(permissions.can_read_approval_chains(request.acting))
    units = Body.objects.on(clock.today()).units().prefetch_related("approval_grades__body")
    page = keyset(units, request)
    context = {
        "page_title": _("Who signs the draft answers"),
        "page": page,
        "items": [_row(unit) for unit in page],
    }
    return render(request, "governance/answers/chains.html", context)


@login_required
def chain_set(request: HttpRequest, code: str) -> HttpResponse:
    """The positions from the lowest to the last."""
    require(permissions.can_read_approval_chains(request.acting))
    unit = get_object_or_404(Body.objects.on(clock.today()).units(), code=code)
    may = permissions.can_set_approval_chain(request.acting, unit)
    form = forms.ChainForm(request.POST or None, unit)
    if request.method == "POST":
        require(may)
    if request.method == "POST" and form.is_valid():
        actions.set_approval_chain(unit, by=request.acting, grades=form.cleaned_data["grades"])
        messages.success(request, _("The approval chain has been saved."))
        return redirect("governance:approval-chain-list")
    context = {
        "page_title": _("Approval chain of %(unit)s") % {"unit": unit.shown_name},
        "note": _("Without any position, one colleague who did not write the draft approves it."),
        "form": form,
        "may": may,
        "submit": _("Save the chain"),
        "back": reverse("governance:approval-chain-list"),
    }
    return render(request, "governance/act.html", context)


def _row(unit: Body) -> dict[str, Any]:
    grades = [f"{grade.title} ({grade.body.shown_name})" for grade in chain_of(unit) if grade.title]
    return {
        "title": unit.shown_name,
        "url": reverse("governance:approval-chain-set", args=[unit.code]),
        "text": " → ".join(grades) or _("one colleague"),
    }
