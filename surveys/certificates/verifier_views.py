"""The pages about the right to verify: legal standings and the procedures before them."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.foundation import clock
from portal.foundation.decisions import Decision, require
from portal.foundation.paging import keyset
from portal.foundation.verb_page import posted, verb_page

from . import permissions, rows, standings
from .forms import FinishForm, ProcedureForm, StandingForm, WithdrawForm
from .models import CertificateKind, UsageProcedure, VerifierStanding
from .views import way


@login_required
@require_safe
def verifiers(request: HttpRequest) -> HttpResponse:
    """Who may verify, on what ground, since when; and which procedures are through."""
    by = request.acting
    require(permissions.can_read_trust(by))
    page = keyset(VerifierStanding.objects.select_related("body"), request, order="-valid_from -id")
    found = [
        {**rows.standing_row(row), "may": permissions.can_withdraw_verifier_standing(by, row)} for row in page
    ]
    context = {
        "page_title": _("The right to verify certificates"),
        "breadcrumbs": way((_("The right to verify certificates"), "")),
        "page": page,
        "standings": found,
        "bodies": _right_today(),
        "may_record": permissions.can_record_verifier_standing(by),
    }
    return render(request, "surveys/certificates/verifiers.html", context)


def _right_today() -> list[dict[str, object]]:
    """For each body that has a standing: may it verify today, and what is lacking?"""
    seen = {
        row.body_id: row.body for row in VerifierStanding.objects.on(clock.today()).select_related("body")
    }
    return [
        {"body": body, "kind": kind.label, "may": permissions.may_verify(body, kind, clock.today())}
        for body in seen.values()
        for kind in CertificateKind
    ]


@login_required
@require_safe
def procedures(request: HttpRequest) -> HttpResponse:
    """The register of procedures, the latest first."""
    by = request.acting
    require(permissions.can_read_trust(by))
    page = keyset(UsageProcedure.objects.select_related("body"), request, order="-begun_on -id")
    context = {
        "page_title": _("Procedures before the use of certificates"),
        "breadcrumbs": way((_("Procedures before the use of certificates"), "")),
        "page": page,
        "procedures": [
            {**rows.procedure_row(row), "may": permissions.can_finish_usage_procedure(by, row)}
            for row in page
        ],
        "may_begin": bool(_kinds_of(request)),
    }
    return render(request, "surveys/certificates/procedures.html", context)


def _kinds_of(request: HttpRequest) -> list[str]:
    kinds = UsageProcedure.Kind
    return [kind for kind in kinds.values if permissions.can_begin_usage_procedure(request.acting, kind)]


@login_required
def record(request: HttpRequest) -> HttpResponse:
    """Write a standing down."""
    return verb_page(
        request,
        may=permissions.can_record_verifier_standing(request.acting),
        perform=lambda body, **words: standings.record_standing(body, by=request.acting, **words),
        done=_("The standing is recorded."),
        back=reverse("surveys:verifier-list"),
        question=_("Record a legal standing"),
        text=_("It is printed in the public record with its number."),
        submit=_("Record"),
        form=StandingForm(posted(request), initial={"valid_from": clock.today()}),
        breadcrumbs=way((_("Record a legal standing"), "")),
    )


@login_required
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """The standing holds no longer."""
    found = get_object_or_404(VerifierStanding.objects.select_related("body"), pk=pk)
    return verb_page(
        request,
        may=permissions.can_withdraw_verifier_standing(request.acting, found),
        perform=lambda **words: standings.withdraw_standing(found, by=request.acting, **words),
        done=_("The standing is withdrawn."),
        back=reverse("surveys:verifier-list"),
        question=_("Withdraw the standing of “%(body)s”") % {"body": found.body},
        text=_("From that day on no survey behind the gate of this body takes proofs."),
        submit=_("Withdraw"),
        form=WithdrawForm(posted(request), initial={"from_day": clock.today()}),
        tone="danger",
        breadcrumbs=way((_("Withdraw the standing of “%(body)s”") % {"body": found.body}, "")),
    )


@login_required
def begin(request: HttpRequest) -> HttpResponse:
    """A procedure begins; offered are the kinds the reader's unit is in charge of."""
    kinds = _kinds_of(request)
    may: Decision = bool(kinds) or permissions.can_begin_usage_procedure(
        request.acting, UsageProcedure.Kind.SERVICE
    )
    return verb_page(
        request,
        may=may,
        perform=lambda body, **words: standings.begin_procedure(body, by=request.acting, **words),
        done=_("The procedure is entered."),
        back=reverse("surveys:procedure-list"),
        question=_("Begin a procedure"),
        submit=_("Enter"),
        form=ProcedureForm(posted(request), kinds=kinds, initial={"begun_on": clock.today()}),
        breadcrumbs=way((_("Begin a procedure"), "")),
    )


@login_required
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """The procedure is through, with its document."""
    found = get_object_or_404(UsageProcedure.objects.select_related("body"), pk=pk)
    return verb_page(
        request,
        may=permissions.can_finish_usage_procedure(request.acting, found),
        perform=lambda **words: standings.finish_procedure(found, by=request.acting, **words),
        done=_("The procedure is finished."),
        back=reverse("surveys:procedure-list"),
        question=_("Finish: %(procedure)s") % {"procedure": found},
        submit=_("Enter as finished"),
        form=FinishForm(posted(request), begun_on=found.begun_on, initial={"finished_on": clock.today()}),
        breadcrumbs=way((_("Finish: %(procedure)s") % {"procedure": found}, "")),
    )
