"""Posting, retracting and confirming official information."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from disaster.mode.models import Mode
from portal.foundation.decisions import require

from . import actions
from .forms import InformationForm
from .models import Information
from .permissions import can_confirm_information, can_post_information, can_retract_information


@login_required
def post(request: HttpRequest) -> HttpResponse:
    mode = Mode.objects.current()
    require(can_post_information(request.acting, mode))
    form = InformationForm(request.POST or None)
    if form.is_valid():
        actions.post(by=request.acting, **form.cleaned_data)
        messages.success(request, _("The information is on the emergency page now."))
        return redirect("disaster:information-post")
    lines = [
        (line, can_retract_information(request.acting, line))
        for line in Information.objects.shown_in(mode)[:50]
    ]
    context = {
        "form": form,
        "mode": mode,
        "lines": [{"information": line, "may_retract": may} for line, may in lines],
        "may_confirm": can_confirm_information(request.acting, mode),
    }
    return render(request, "disaster/information/post.html", context)


@login_required
@require_POST
def retract(request: HttpRequest, pk: int) -> HttpResponse:
    information = get_object_or_404(Information, pk=pk)
    actions.retract(information, by=request.acting)
    messages.success(request, _("The information is retracted."))
    return redirect("disaster:information-post")


@login_required
@require_POST
def confirm(request: HttpRequest) -> HttpResponse:
    actions.confirm(by=request.acting)
    messages.success(request, _("Confirmed: what is shown still holds."))
    return redirect("disaster:information-post")
