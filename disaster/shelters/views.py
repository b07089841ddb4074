"""Saying which shelters are open."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.foundation.decisions import require

from . import actions
from .models import Shelter
from .permissions import can_close_shelter, can_designate_shelter, can_fill_shelter, can_open_shelter


@login_required
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """All shelters with the verbs that are possible now."""
    require(can_designate_shelter(request.acting))
    rows: list[dict[str, Any]] = [
        {
            "shelter": shelter,
            "may_open": can_open_shelter(request.acting, shelter),
            "may_fill": can_fill_shelter(request.acting, shelter),
            "may_close": can_close_shelter(request.acting, shelter),
        }
        for shelter in Shelter.objects.open_first()
    ]
    return render(request, "disaster/shelters/list.html", {"rows": rows})


@login_required
@require_POST
def open(request: HttpRequest, pk: int) -> HttpResponse:
    return _moved(request, actions.open(get_object_or_404(Shelter, pk=pk), by=request.acting))


@login_required
@require_POST
def fill(request: HttpRequest, pk: int) -> HttpResponse:
    return _moved(request, actions.fill(get_object_or_404(Shelter, pk=pk), by=request.acting))


@login_required
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    return _moved(request, actions.close(get_object_or_404(Shelter, pk=pk), by=request.acting))


def _moved(request: HttpRequest, shelter: Shelter) -> HttpResponse:
    status = shelter.get_status_display()
    messages.success(request, _("%(shelter)s: %(status)s.") % {"shelter": shelter, "status": status})
    return redirect("disaster:shelter-list")
