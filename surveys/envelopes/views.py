"""Prove, then answer: two visits that share nothing but a ticket in the resident's own hands.

None of these pages reads or writes the session, and none is kept in a cache.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.foundation import clock
from portal.foundation.decisions import require
from portal.foundation.limits import Limit
from surveys.certificates.reasons import REASONS, STEP_LABELS
from surveys.certificates.verification import FAILED, NOT_ASKED, NOT_REACHED, PASSED
from surveys.surveys.models import Survey

from . import actions, challenge, filling, permissions
from .forms import ProofForm, ReceiptForm, TicketForm
from .models import Challenge

CHALLENGES = Limit("surveys.challenge", times=60, per=timedelta(minutes=10))
BEGINNINGS = Limit("surveys.open_ticket", times=60, per=timedelta(minutes=10))
LOOKS = Limit("surveys.receipt", times=30, per=timedelta(minutes=10))
TONES = {PASSED: "success", FAILED: "danger", NOT_REACHED: "neutral", NOT_ASKED: "neutral"}
OUTCOMES = {
    PASSED: _("in order"),
    FAILED: _("refused here"),
    NOT_REACHED: _("not checked any more"),
    NOT_ASKED: _("not asked for"),
}


def _open_survey(slug: str) -> Survey:
    return get_object_or_404(
        Survey.objects.public().select_related("sponsor", "verifying_body", "ballot_key"), slug=slug
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def prove_start(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what will happen; on the press, make a text for signing."""
    survey = _open_survey(slug)
    may = permissions.can_prove(survey)
    if request.method == "POST":
        require(may)
        require(CHALLENGES.take(request))
        made = challenge.issue(survey, origin=request.build_absolute_uri("/").rstrip("/"))
        return redirect("surveys:proof-present", survey.slug, made.nonce)
    return render(request, "surveys/envelopes/start.html", {"survey": survey, "may": may})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def prove(request: HttpRequest, slug: str, nonce: str) -> HttpResponse:
    """Show the text and take the signature."""
    survey = _open_survey(slug)
    require(permissions.can_prove(survey))
    form = ProofForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        outcome = actions.prove(survey, nonce=nonce, upload=form.upload)
        if outcome:
            return render(
                request, "surveys/envelopes/ticket.html", {"survey": survey, "ticket": outcome.ticket}
            )
        return _refused(request, survey, outcome)
    shown = _live_challenge(survey, nonce)
    if shown is None:
        return _refused(request, survey, actions.Outcome(reason=REASONS["replayed"]))
    context = {"survey": survey, "challenge": shown, "form": form}
    return render(request, "surveys/envelopes/prove.html", context)


@never_cache
@require_safe
def challenge_text(request: HttpRequest, slug: str, nonce: str) -> HttpResponse:
    """The text for signing as a file, byte for byte what the server will compare."""
    survey = _open_survey(slug)
    shown = _live_challenge(survey, nonce)
    if shown is None:
        return _refused(request, survey, actions.Outcome(reason=REASONS["replayed"]))
    response = HttpResponse(shown.text.encode(), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="challenge.txt"'
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, slug: str) -> HttpResponse:
    """Ticket, form, check, send: each step carries what was entered, so nothing is lost on the way."""
    survey = _open_survey(slug)
    if request.method != "POST":
        return _ask_for_ticket(request, survey, TicketForm())
    if request.POST.get("step") == "begin":
        require(BEGINNINGS.take(request))
        return filling.step(request, _with_ticket(survey, actions.draw_open_ticket(survey)), "begin")
    tickets = TicketForm(request.POST)
    if not tickets.is_valid():
        return _ask_for_ticket(request, survey, tickets)
    ticket = tickets.cleaned_data["ticket"]
    require(permissions.can_answer(survey, ticket))
    return filling.step(request, _with_ticket(survey, ticket), request.POST.get("step", ""))


def _with_ticket(survey: Survey, ticket: str) -> filling.Filling:
    return filling.Filling(
        survey,
        right="ticket",
        secret=ticket,
        address=reverse("surveys:answer-give", args=[survey.slug]),
        send=partial(actions.answer, survey, ticket=ticket),
    )


def _ask_for_ticket(request: HttpRequest, survey: Survey, form: TicketForm) -> HttpResponse:
    may_begin = permissions.can_draw_open_ticket(survey)
    context = {
        "survey": survey,
        "form": form,
        "may_begin": may_begin,
        "may_prove": permissions.can_prove(survey),
    }
    status = 200 if may_begin or survey.is_collecting else 403
    return render(request, "surveys/envelopes/enter_ticket.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest, slug: str) -> HttpResponse:
    """Whether an answer arrived, for whoever holds its number."""
    survey = _open_survey(slug)
    form = ReceiptForm(request.POST or None)
    if request.method == "POST":
        require(LOOKS.take(request))
    found = actions.has_arrived(survey, form.cleaned_data["receipt"]) if form.is_valid() else None
    return render(request, "surveys/envelopes/receipt.html", {"survey": survey, "form": form, "found": found})


def _live_challenge(survey: Survey, nonce: str) -> Challenge | None:
    return Challenge.objects.filter(survey=survey, nonce=nonce, expires_at__gte=clock.now()).first()


def _refused(request: HttpRequest, survey: Survey, outcome: actions.Outcome) -> HttpResponse:
    checks = [
        {"title": STEP_LABELS[step.name], "tone": TONES[step.outcome], "status": OUTCOMES[step.outcome]}
        for step in outcome.steps
    ]
    contact = [{"label": _("Contact"), "value": survey.contact}]
    context = {"survey": survey, "reason": outcome.reason, "checks": checks, "contact_facts": contact}
    return render(request, "surveys/envelopes/refused.html", context, status=403)
