"""Publishing and withdrawing the emergency notice."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from disaster.mode.models import Mode
from portal.foundation.decisions import require

from . import actions
from .forms import NoticeForm, WithdrawForm
from .models import EmergencyNotice
from .permissions import can_publish_notice, can_withdraw_notice


@login_required
def publish(request: HttpRequest) -> HttpResponse:
    require(can_publish_notice(request.acting))
    form = NoticeForm(request.POST or None)
    if form.is_valid():
        actions.publish(by=request.acting, **form.cleaned_data)
        messages.success(request, _("The notice is on every page now."))
        return redirect("disaster:mode-history")
    context = {"form": form, "mode": Mode.objects.current(), "shown": EmergencyNotice.objects.shown().first()}
    return render(request, "disaster/notices/publish.html", context)


@login_required
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    notice = get_object_or_404(EmergencyNotice, pk=pk)
    require(can_withdraw_notice(request.acting, notice))
    form = WithdrawForm(request.POST or None)
    if form.is_valid():
        actions.withdraw(notice, by=request.acting, **form.cleaned_data)
        messages.success(request, _("The notice is withdrawn."))
        return redirect("disaster:mode-history")
    return render(request, "disaster/notices/withdraw.html", {"form": form, "notice": notice})
