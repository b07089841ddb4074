"""The numbers that rest on a decision: reading them, entering one."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.foundation import clock
from portal.foundation.decisions import Denied, require

from . import actions
from .forms import NumberForm
from .holders import HELD
from .permissions import can_enter_number
from .rows import number_head, number_rows, value_rows


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What holds today and what is coming; whoever may enter a number finds the way from its name."""
    context = {
        "page_title": _("Numbers by decision"),
        "head": number_head(),
        "rows": number_rows(request.acting, clock.today()),
    }
    return render(request, "governance/numbers/list.html", context)


@login_required
def enter(request: HttpRequest, name: str) -> HttpResponse:
    """Value, first day, basis."""
    held = HELD.get(name)
    if held is None:
        raise Http404
    require(can_enter_number(request.acting, name))
    form = NumberForm(request.POST or None, held)
    if request.method == "POST" and form.is_valid():
        try:
            actions.enter(name, by=request.acting, **form.cleaned_data)
            messages.success(request, _("The number has been entered."))
            return redirect("governance:number-list")
        except Denied as refused:
            form.add_error("valid_from", str(refused))
    context = {
        "page_title": held.label,
        "form": form,
        "breadcrumbs": [
            {"label": _("Numbers by decision"), "url": reverse("governance:number-list")},
            {"label": held.label, "url": ""},
        ],
        "head": [_("Holds from"), _("Its value"), _("Rests on")],
        "rows": value_rows(held),
    }
    return render(request, "governance/numbers/enter.html", context)
