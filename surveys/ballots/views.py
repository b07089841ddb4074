"""Keys and receipts for everybody; drawing and answering for whoever holds a ticket or a token.

What stands under …/ballot/ knows no cookie and no address (`middleware`). No forgery of requests is to be feared
there: nothing is done by right of being signed in, only by what is sent along.
"""

from __future__ import annotations

import base64
import binascii
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.foundation.decisions import Denied
from portal.foundation.paging import keyset
from surveys.envelopes import filling
from surveys.surveys.models import Survey
from surveys.surveys.printed_forms import PrintedForm

from . import actions, board, keys, open_lists, permissions, tokens
from .forms import FindForm, TokenForm
from .models import BallotKey, BoardPage

PAGE_OF_KEYS = 50


def _surveys() -> QuerySet[Survey]:
    return Survey.objects.public().filter(ballot_key__isnull=False).select_related("ballot_key", "sponsor")


def _survey(slug: str) -> Survey:
    return get_object_or_404(_surveys(), slug=slug)


@require_safe
def key_list(request: HttpRequest) -> HttpResponse:
    """Every key that ever signed ballots, each entry naming the one before."""
    entries = BallotKey.objects.select_related("survey")
    page = keyset(entries, request, order="-number", size=PAGE_OF_KEYS)
    context = {"page": page, "newest": entries.order_by("-number").first()}
    context["holds"] = keys.chain_holds(list(entries.order_by("number")))
    context["program"] = open_lists.program_hash()
    return render(request, "surveys/ballots/keys.html", context)


@require_safe
def key_data(request: HttpRequest) -> HttpResponse:
    """The same for programs, public keys included; the browser checks it before it draws."""
    return open_lists.of_keys(list(BallotKey.objects.select_related("survey").order_by("number")))


@csrf_exempt
@never_cache
@require_POST
def draw(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a ticket back and sign what the browser has blinded; asked by static/ballot.js."""
    survey = _survey(slug)
    try:
        blinded = base64.b64decode(request.POST.get("blinded", ""), validate=True)
    except (binascii.Error, ValueError):
        blinded = b""
    try:
        signature = actions.draw_blind(survey, ticket=request.POST.get("ticket", ""), blinded=blinded)
    except Denied as refused:
        said = {"reason": str(refused.reason), "next_step": str(refused.next_step)}
        return JsonResponse(said, status=403)
    return JsonResponse({"signature": base64.b64encode(signature).decode()})


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, slug: str) -> HttpResponse:
    """Token, form, check, send; without JavaScript as well. Only the printed form is read."""
    printed = _printed(slug)
    form = TokenForm(request.POST or None)
    if not form.is_valid():
        return _ask_for_token(request, printed, form)
    token = tokens.read(form.cleaned_data["token"])
    may, step = permissions.can_spend(printed, token), request.POST.get("step", "")
    refused = may if isinstance(may, Denied) else None
    if refused is not None and step not in ("check", "send", "back"):
        return _ask_for_token(request, printed, form, refused)
    return filling.step(request, _with_token(printed, form.cleaned_data["token"], token, refused), step)


def _printed(slug: str) -> PrintedForm:
    return get_object_or_404(PrintedForm, slug=slug, ballot_key__isnull=False)


def _with_token(
    printed: PrintedForm, written: str, token: tokens.Token | None, refused: Denied | None
) -> filling.Filling:
    return filling.Filling(
        printed,
        right="token",
        secret=token.code if token else written,
        address=reverse("surveys:ballot-spend", args=[printed.slug]),
        send=partial(actions.spend, printed, token=token),
        refused=refused,
    )


def _ask_for_token(
    request: HttpRequest, printed: PrintedForm, form: TokenForm, refused: Denied | None = None
) -> HttpResponse:
    takes = permissions.is_still_open(printed)
    context = {"survey": printed, "form": form, "refused": refused, "takes": takes}
    status = 403 if refused is not None or not takes else 200
    return render(request, "surveys/ballots/enter_token.html", context, status=status)


@require_safe
def board_pages(request: HttpRequest, slug: str) -> HttpResponse:
    """How many answers arrived by day, with one number over all of them."""
    survey = _survey(slug)
    rows = BoardPage.objects.filter(pool=survey.pool)
    newest = rows.order_by("-number").first()
    context = {"survey": survey, "page": keyset(rows, request, order="-number"), "newest": newest}
    context |= {"figures": open_lists.figures(survey, newest), "form": FindForm()}
    return render(request, "surveys/ballots/receipts.html", context)


@require_safe
def board_data(request: HttpRequest, slug: str) -> HttpResponse:
    """Every receipt and every page of the list, for programs."""
    survey = _survey(slug)
    return open_lists.of_receipts(survey, board.pages(survey))


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest, slug: str) -> HttpResponse:
    """Whether a receipt stands in the list, and the way from it to the number over all."""
    printed = _printed(slug)
    form = FindForm(request.POST or None)
    context: dict[str, Any] = {"survey": printed, "form": form}
    if form.is_valid():
        context["receipt"] = form.cleaned_data["receipt"]
        context["place"] = board.find(printed, form.cleaned_data["receipt"])
        context["is_answered"] = True
    return render(request, "surveys/ballots/find.html", context)
