"""Themes: raising one, reading what became of it, screening and choosing it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.foundation.decisions import Denied
from portal.foundation.limits import Limit
from portal.foundation.paging import keyset

from . import actions, permissions
from .forms import DecisionForm, RedirectForm, ThemeForm
from .models import ThemeProposal, ThemeReceipt
from .rows import theme_facts, theme_links, theme_may, theme_row, theme_steps
from .verb_pages import page, press, visible

GUESTS = Limit("governance.theme", times=10, per=timedelta(hours=1))


def index(request: HttpRequest) -> HttpResponse:
    """Themes before the committee and what it chose; screeners also see what is waiting."""
    found = ThemeProposal.objects.visible_to(request.acting).select_related("resolution__term", "room")
    listed = keyset(found, request, order="-raised_at -id")
    return render(
        request,
        "governance/themes/list.html",
        {"page": listed, "rows": [theme_row(theme) for theme in listed], "page_title": _("Themes")},
    )


def detail(request: HttpRequest, pk: int) -> HttpResponse:
    theme = visible(request, pk)
    may = theme_may(request.acting, theme)
    receipt = ThemeReceipt.objects.filter(theme=theme).first() if may.get("read_receipt") else None
    return render(
        request,
        "governance/themes/detail.html",
        {
            "theme": theme,
            "page_title": theme.title,
            "breadcrumbs": [
                {"label": _("Themes"), "url": reverse("governance:theme-list")},
                {"label": theme.title},
            ],
            "facts": theme_facts(theme),
            "steps": theme_steps(theme),
            "may": may,
            "links": theme_links(theme, may),
            "receipt": receipt,
        },
    )


def raise_theme(request: HttpRequest) -> HttpResponse:
    """Anybody may raise a theme, registered or not; without an account one gets a receipt."""
    form = ThemeForm(request.POST or None, by=request.acting)
    if request.method == "POST" and form.is_valid() and _not_too_often(request, form):
        theme = actions.raise_theme(by=request.acting, **form.cleaned_data)
        messages.success(request, _("Thank you. The secretariat has received your theme."))
        return redirect(theme.receipt if request.acting.is_guest else theme)
    return render(request, "governance/themes/raise.html", {"form": form})


def receipt(request: HttpRequest, pk: str) -> HttpResponse:
    """What became of a theme, for whoever holds its address; nothing about the person."""
    found = get_object_or_404(
        ThemeReceipt.objects.select_related("theme__room", "theme__passed_on_to"), pk=pk
    )
    theme = found.theme
    context = {
        "page_title": _("Your theme “%(theme)s”") % {"theme": theme.title},
        "theme": theme,
        "facts": theme_facts(theme),
        "steps": theme_steps(theme),
        "address": request.build_absolute_uri(found.get_absolute_url()),
    }
    return render(request, "governance/themes/receipt.html", context)


@login_required
def contact(request: HttpRequest, pk: int) -> HttpResponse:
    """How the raiser is reached; opened on purpose, and each look stands in the ledger."""
    theme = visible(request, pk)
    found = ThemeReceipt.objects.filter(theme=theme).first()
    if found is None:
        raise Http404
    context = {
        "page_title": _("How the raiser is reached"),
        "theme": theme,
        "contact": actions.read_contact(found, by=request.acting),
        "address": request.build_absolute_uri(found.get_absolute_url()),
    }
    return render(request, "governance/themes/contact.html", context)


def _not_too_often(request: HttpRequest, form: ThemeForm) -> bool:
    """Guests are slowed down; what they wrote stays in the form."""
    answer = GUESTS.take(request) if request.acting.is_guest else True
    if isinstance(answer, Denied):
        form.add_error(None, f"{answer.reason} {answer.next_step}")
    return bool(answer)


receive = press(actions.receive)
admit = press(actions.admit)
shortlist = press(actions.shortlist)


@login_required
def redirect_theme(request: HttpRequest, pk: int) -> HttpResponse:
    theme = visible(request, pk)
    return page(
        request,
        theme,
        may=permissions.can_redirect_theme(request.acting, theme),
        form=RedirectForm,
        act=actions.redirect,
        title=_("Pass the theme on"),
    )


@login_required
def adopt(request: HttpRequest, pk: int) -> HttpResponse:
    return _decision(request, pk, "adopt", _("Choose the theme"))


@login_required
def defer(request: HttpRequest, pk: int) -> HttpResponse:
    return _decision(request, pk, "defer", _("Put the theme off"))


@login_required
def not_adopt(request: HttpRequest, pk: int) -> HttpResponse:
    return _decision(request, pk, "not_adopt", _("Do not choose the theme"))


def _decision(request: HttpRequest, pk: int, verb: str, title: str) -> HttpResponse:
    """A decision of the committee: by which resolution, and why."""
    theme = visible(request, pk)
    return page(
        request,
        theme,
        may=permissions.can_decide(request.acting, theme, verb),
        form=partial(DecisionForm, by=request.acting, about=theme.title),
        act=getattr(actions, verb),
        title=title,
    )
