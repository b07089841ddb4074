"""The pages between the right to answer and the receipt: form, check, send.

Each step carries what was entered, so nothing is lost on the way. By what right somebody answers – an answer
ticket, a ballot token – and how it is spent, the caller brings along.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.foundation import clock
from portal.foundation.decisions import Denied
from surveys.surveys.printed_forms import PrintedForm

from . import permissions
from .forms import AnswerForm


@dataclass(frozen=True)
class Filling:
    """One form being filled in: for which survey, by what right, where it is sent and who takes the sheet."""

    form: PrintedForm
    right: str
    secret: str
    address: str
    send: Callable[..., str]
    refused: Denied | None = None

    @property
    def words(self) -> dict[str, Any]:
        """What every page of the way needs."""
        return {
            "survey": self.form,
            "right": self.right,
            "secret": self.secret,
            "address": self.address,
        }


def step(request: HttpRequest, filling: Filling, name: str) -> HttpResponse:
    """One step of the way; a right that was refused meanwhile costs nobody what they have written."""
    questions = filling.form.questions
    if name not in ("check", "send", "back"):
        return _form(request, filling, AnswerForm(questions))
    form = AnswerForm(questions, request.POST)
    if name == "back" or filling.refused is not None or not form.is_valid():
        return _form(request, filling, form, is_back=name == "back", refused=filling.refused)
    if name == "check":
        context = {**filling.words, "form": form, "hidden": [field.as_hidden() for field in form]}
        return render(request, "surveys/envelopes/check.html", context)
    try:
        number = filling.send(answers=form.sheet)
    except Denied as refused:
        return _form(request, filling, form, refused=refused)
    return render(request, "surveys/envelopes/sent.html", {**filling.words, "number": number})


def _form(
    request: HttpRequest,
    filling: Filling,
    form: AnswerForm,
    *,
    is_back: bool = False,
    refused: Denied | None = None,
) -> HttpResponse:
    last = permissions.last_moment(filling.form)
    context = {**filling.words, "form": form, "last_moment": last, "refused": refused}
    context |= {"is_back": is_back, "is_late": clock.now() > last}
    return render(
        request, "surveys/envelopes/answer.html", context, status=403 if refused is not None else 200
    )
