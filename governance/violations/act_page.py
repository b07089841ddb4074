"""The page of one verb on a case: the last look, a form, the act; a refusal stands above the words entered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.foundation.decisions import Decision, Denied, require

from .models import ViolationCase


def posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def way(*steps: tuple[str, str]) -> list[dict[str, str]]:
    """The breadcrumb from the public page about violations to here."""
    first = (_("Dealing with violations"), reverse("governance:violation-ledger"))
    return [{"label": label, "url": url} for label, url in (first, *steps)]


def act_page(
    request: HttpRequest,
    case: ViolationCase,
    *,
    may: Decision,
    form: forms.Form,
    perform: Callable[..., Any],
    done: str,
    question: str,
    submit: str,
    text: str = "",
    tone: str = "primary",
) -> HttpResponse:
    """Refuse with the reason, show the form, or act and return to the case."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    require(may)
    if request.method == "POST" and form.is_valid():
        try:
            perform(**form.cleaned_data)
        except Denied as refusal:
            form.add_error(None, f"{refusal.reason} {refusal.next_step}".strip())
        else:
            messages.success(request, done)
            return redirect(case)
    context = {
        "page_title": question,
        "case": case,
        "form": form,
        "text": text,
        "submit": submit,
        "tone": tone,
        "breadcrumbs": way((case.number, case.get_absolute_url()), (question, "")),
    }
    return render(request, "governance/violations/act.html", context)
