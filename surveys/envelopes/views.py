"""Prove, then answer: two visits that share nothing but a ticket in the resident's own hands.

None of these pages reads or writes the session, and none is kept in a cache.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from portal.foundation import clock
from portal.foundation.decisions import require
from portal.foundation.limits import Limit
from surveys.app_login.provider import is_configured as app_is_registered
from surveys.certificates.reasons import REASONS, STEP_LABELS
from surveys.certificates.verification import FAILED, NOT_ASKED, NOT_REACHED, PASSED
from surveys.disclosures import offers as handing_over
from surveys.surveys.models import Anonymity, Survey
from surveys.surveys.printed_forms import PrintedForm
from surveys.vouchers import offers

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
    context = {"survey": survey, "may": may, "other_ways": other_ways(survey) if may else []}
    return render(request, "surveys/envelopes/start.html", context)


def other_ways(survey: Survey) -> list[dict[str, Any]]:
    """The ways beside the certificate that this town offers; each has its shelf."""
    found = []
    if app_is_registered():
        found.append(
            {
                "title": _("By the Digital Authentication App"),
                "url": reverse("surveys:app-login-start", args=[survey.slug]),
                "text": _("With your card and a telephone; no signature file is needed."),
            }
        )
    found.append(
        {
            "title": _("With a collection code"),
            "url": reverse("surveys:voucher-collect", args=[survey.slug]),
            "text": _("From a counter of the city hall, or because a check was put off."),
        }
    )
    return found


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def prove(request: HttpRequest, slug: str, nonce: str) -> HttpResponse:
    """Show the text and take the signature."""
    survey = _open_survey(slug)
    require(permissions.can_prove(survey))
    form = ProofForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        upload = form.upload
        outcome = actions.prove(survey, nonce=nonce, upload=upload)
        if outcome:
            return ticket_page(request, survey, outcome)
        return proof_refused(request, survey, outcome, later=_offer(survey, outcome, upload))
    shown = _live_challenge(survey, nonce)
    if shown is None:
        return proof_refused(request, survey, actions.Outcome(reason=REASONS["replayed"]))
    context = {"survey": survey, "challenge": shown, "form": form}
    return render(request, "surveys/envelopes/prove.html", context)


@never_cache
@require_safe
def challenge_text(request: HttpRequest, slug: str, nonce: str) -> HttpResponse:
    """The text for signing as a file, byte for byte what the server will compare."""
    survey = _open_survey(slug)
    shown = _live_challenge(survey, nonce)
    if shown is None:
        return proof_refused(request, survey, actions.Outcome(reason=REASONS["replayed"]))
    response = HttpResponse(shown.text.encode(), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="challenge.txt"'
    return response


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, slug: str) -> HttpResponse:
    """Ticket, form, check, send: each step carries what was entered, so nothing is lost on the way.

    Only the printed form is read. No forgery is to be feared: what is done, is done by right of the ticket sent along.
    """
    form = get_object_or_404(PrintedForm, slug=slug)
    if request.method != "POST":
        return _ask_for_ticket(request, form, TicketForm())
    if request.POST.get("step") == "begin":
        if not settings.ANSWERS_ONLY:
            require(BEGINNINGS.take(request))
        return filling.step(request, _with_ticket(form, actions.draw_open_ticket(form)), "begin")
    tickets = TicketForm(request.POST)
    if not tickets.is_valid():
        return _ask_for_ticket(request, form, tickets)
    ticket = tickets.cleaned_data["ticket"]
    require(permissions.can_answer(form, ticket))
    return filling.step(request, _with_ticket(form, ticket), request.POST.get("step", ""))


def _with_ticket(form: PrintedForm, ticket: str) -> filling.Filling:
    return filling.Filling(
        form,
        right="ticket",
        secret=ticket,
        address=reverse("surveys:answer-give", args=[form.slug]),
        send=partial(actions.answer, form, ticket=ticket),
    )


def _ask_for_ticket(request: HttpRequest, printed: PrintedForm, form: TicketForm) -> HttpResponse:
    may_begin = permissions.can_draw_open_ticket(printed)
    context = {"survey": printed, "form": form, "may_begin": may_begin}
    status = 200 if may_begin or printed.is_collecting else 403
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


def ticket_page(request: HttpRequest, survey: Survey, outcome: actions.Outcome) -> HttpResponse:
    """The ticket, shown this once; every way of proving ends here."""
    context = {"survey": survey, "ticket": outcome.ticket}
    if survey.anonymity == Anonymity.NAMED and outcome.person is not None and outcome.person.attributes:
        context["handing_over"] = handing_over.make(survey, outcome.ticket, outcome.person.attributes)
    return render(request, "surveys/envelopes/ticket.html", context)


def _offer(survey: Survey, outcome: actions.Outcome, upload: bytes) -> str:
    """Where only the authority was silent: what the resident may leave with us to be checked later."""
    return offers.make(survey, content=outcome.content, upload=upload) if outcome.content else ""


def proof_refused(
    request: HttpRequest, survey: Survey, outcome: actions.Outcome, *, later: str = ""
) -> HttpResponse:
    checks = [
        {"title": STEP_LABELS[step.name], "tone": TONES[step.outcome], "status": OUTCOMES[step.outcome]}
        for step in outcome.steps
    ]
    contact = [{"label": _("Contact"), "value": survey.contact}]
    context = {"survey": survey, "reason": outcome.reason, "checks": checks, "contact_facts": contact}
    context |= {"later": later, "ways": other_ways(survey)}
    return render(request, "surveys/envelopes/refused.html", context, status=403)
