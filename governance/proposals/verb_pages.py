"""The one way every page of a verb goes: form, action, thanks; or the form with what to mend."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from portal.foundation.decisions import require

from .models import Proposal

TEMPLATE = "governance/proposals/act.html"


def visible(request: HttpRequest, pk: int) -> Proposal:
    """The proposal if this person may know of it, else 404."""
    return get_object_or_404(Proposal.objects.visible_to(request.acting).with_drafts(), pk=pk)


def nothing_to_type(request: HttpRequest) -> forms.Form:
    """A verb that asks for no more than the press of its button."""
    return forms.Form(request.POST if request.method == "POST" else None)


def act(
    request: HttpRequest,
    found: Proposal,
    form: Any,
    may: Any,
    action: Callable[..., Any],
    *,
    title: str,
    done: str,
    **more: Any,
) -> HttpResponse:
    """POST does it; whoever may not is told why before what they typed is looked at."""
    if request.method == "POST":
        require(may)
    if request.method == "POST" and form.is_valid():
        action(by=request.acting, **form.cleaned_data)
        messages.success(request, done)
        return redirect(found)
    context = {"proposal": found, "form": form, "may": may, "page_title": title, "submit": title, **more}
    return render(request, TEMPLATE, context)
