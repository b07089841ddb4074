"""The page of one verb: what will happen, a form where words are needed, then the act."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from portal.foundation.decisions import Decision, require


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, also when it is nothing at all; ``None`` where the form is only asked for."""
    return request.POST if request.method == "POST" else None


class ReasonForm(forms.Form):
    """Why; shown to the people concerned."""

    def __init__(
        self, *args: Any, label: Any, help_text: Any = "", name: str = "reason", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields[name] = forms.CharField(
            label=label, help_text=help_text, max_length=1000, widget=forms.Textarea(attrs={"rows": 4})
        )


class NothingToSay(forms.Form):
    """An act that needs no words."""


def verb_page(
    request: HttpRequest,
    *,
    may: Decision,
    perform: Callable[..., Any],
    done: str,
    back: str,
    question: str,
    submit: str,
    form: forms.Form | None = None,
    text: str = "",
    tone: str = "primary",
    breadcrumbs: list[dict[str, Any]] | None = None,
) -> HttpResponse:
    """Refuse with the reason, show the last look, or act and go on to ``back``."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    require(may)
    form = form if form is not None else NothingToSay(posted(request))
    if request.method == "POST" and form.is_valid():
        perform(**form.cleaned_data)
        messages.success(request, done)
        return redirect(back)
    context = {
        "page_title": question,
        "form": form,
        "text": text,
        "submit": submit,
        "back": back,
        "tone": tone,
        "breadcrumbs": breadcrumbs,
    }
    return render(request, "layout/verb.html", context)
