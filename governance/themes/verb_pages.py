"""The page of one verb of a theme: whoever may not use it is told why before filling it in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.foundation.decisions import Decision, require

from .models import ThemeProposal


def visible(request: HttpRequest, pk: int) -> ThemeProposal:
    """The theme, or the same 404 for what is absent and what is not for this reader."""
    found = ThemeProposal.objects.visible_to(request.acting)
    found = found.select_related(
        "resolution__term", "resolution__body", "room__related_body", "raising_unit", "passed_on_to"
    )
    return get_object_or_404(found, pk=pk)


def press(act: Callable[..., object]) -> Callable[..., HttpResponse]:
    """A verb that needs nothing but a press."""

    @login_required
    @require_POST
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        theme = visible(request, pk)
        act(theme, by=request.acting)
        return redirect(theme)

    return view


def page(
    request: HttpRequest,
    theme: ThemeProposal,
    *,
    may: Decision,
    form: Callable[[Any], forms.Form],
    act: Callable[..., object],
    title: str,
    lead: str = "",
) -> HttpResponse:
    """Ask, show the form, act, and go back to the theme."""
    require(may)
    filled = form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and filled.is_valid():
        act(theme, by=request.acting, **filled.cleaned_data)
        return redirect(theme)
    context = {
        "page_title": title,
        "lead": lead or theme.title,
        "form": filled,
        "submit": title,
        "breadcrumbs": [
            {"label": _("Themes"), "url": reverse("governance:theme-list")},
            {"label": theme.title, "url": theme.get_absolute_url()},
            {"label": title},
        ],
    }
    return render(request, "governance/themes/act.html", context)
