"""The register of contracts, and the verbs of one."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.foundation import clock
from portal.foundation.decisions import Denied, require
from portal.foundation.paging import keyset
from portal.foundation.verb_page import posted, verb_page
from residents.sub_outsourcings import presenting as sub_outsourcings
from residents.sub_outsourcings.permissions import can_request_sub_outsourcing

from . import actions, permissions, presenting
from .forms import ContractForm, GrantForm
from .models import Contract


def way(*steps: tuple[str, str]) -> list[dict[str, str]]:
    first = (_("Contracts"), reverse("residents:contract-list"))
    return [{"label": label, "url": url} for label, url in (first, *steps)]


@login_required
def index(request: HttpRequest) -> HttpResponse:
    """Every contract, those that end last first; the contractor sees its own."""
    found = Contract.objects.filter(permissions.visible_to(request.acting)).select_related("contractor")
    if not permissions.can_read_register(request.acting) and not found.exists():
        raise Http404
    page = keyset(found, request, order="-until_on -id")
    today = clock.today()
    context = {
        "page_title": _("Contracts"),
        "breadcrumbs": way(),
        "page": page,
        "items": [presenting.row(contract, today) for contract in page],
        "may_propose": permissions.can_propose_contract(request.acting),
    }
    return render(request, "residents/contracts/list.html", context)


def readable(request: HttpRequest, pk: int) -> Contract:
    contract = get_object_or_404(Contract.objects.select_related("contractor", "renews"), pk=pk)
    if not permissions.can_read_contract(request.acting, contract):
        raise Http404
    return contract


@login_required
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """What was agreed, with whom, until when, and what it carries today."""
    contract = readable(request, pk)
    by, today = request.acting, clock.today()
    grants = list(contract.grants.select_related("person").order_by("pk"))
    may_grant = permissions.can_grant_access(by, contract)
    context = {
        "contract": contract,
        "page_title": contract.title,
        "breadcrumbs": way((contract.title, "")),
        "state": presenting.state(contract, today),
        "facts": presenting.facts(contract, today),
        "clauses": presenting.clauses(contract),
        "grants": presenting.grants(grants, today),
        "history": presenting.history(contract),
        "may_grant": may_grant,
        "grant_form": GrantForm(None, contract) if may_grant else None,
        "sub_outsourcings": sub_outsourcings.rows(by, contract),
        "following": contract.renewed_by.order_by("pk").first(),
        "acts": _acts(by, contract),
        "waits_for": _what_is_missing(by, contract),
    }
    return render(request, "residents/contracts/detail.html", context)


def _acts(by: Any, contract: Contract) -> list[dict[str, str]]:
    asked: list[tuple[str, str, str, Any]] = [
        ("conclude", _("Conclude the contract"), "primary", permissions.can_conclude_contract),
        ("clauses", _("Go through the clauses"), "secondary", permissions.can_revise_contract),
        ("revise", _("Change the plan"), "secondary", permissions.can_revise_contract),
        ("renew", _("Prepare the next year"), "primary", permissions.can_renew_contract),
        ("decline-renewal", _("Decide not to renew"), "secondary", permissions.can_decline_renewal),
        ("inspect", _("Record an inspection"), "secondary", permissions.can_inspect_contract),
        ("settle", _("Record the certificate"), "primary", permissions.can_settle_contract),
        ("report-incident", _("Report an incident"), "secondary", permissions.can_report_incident),
        ("resolve-incident", _("The incident is resolved"), "primary", permissions.can_resolve_incident),
        ("terminate", _("Terminate early"), "danger", permissions.can_terminate_contract),
        ("drop", _("Give the plan up"), "danger", permissions.can_drop_contract),
    ]
    found = [
        {"text": text, "url": reverse(f"residents:contract-{verb}", args=[contract.pk]), "tone": tone}
        for verb, text, tone, may in asked
        if may(by, contract)
    ]
    if can_request_sub_outsourcing(by, contract):
        address = reverse("residents:sub-outsourcing-request", args=[contract.pk])
        found.append({"text": _("Ask for sub-outsourcing"), "url": address, "tone": "secondary"})
    return found


def _what_is_missing(by: Any, contract: Contract) -> Any:
    """Whoever concludes is told what stands in the way."""
    may = permissions.can_conclude_contract(by, contract)
    is_theirs = contract.status == "planned" and permissions.holds(by, "contracts.conclude")
    return may if is_theirs and not may else None


@login_required
def propose(request: HttpRequest) -> HttpResponse:
    """Plan a contract."""
    require(permissions.can_propose_contract(request.acting))
    form = ContractForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            contract = actions.propose(by=request.acting, grants=[], **form.cleaned_data)
        except Denied as refused:
            form.add_error("until_on", f"{refused.reason} {refused.next_step}")
        else:
            messages.success(
                request, _("The contract has been planned. Now go through its clauses and rights.")
            )
            return redirect(contract)
    context = {
        "page_title": _("Plan a contract"),
        "breadcrumbs": way((_("Plan a contract"), "")),
        "form": form,
        "submit": _("Save the plan"),
        "back": reverse("residents:contract-list"),
    }
    return render(request, "layout/verb.html", context)


@login_required
def grant(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a planned contract give access (M12: the section that needs it, or the IT section)."""
    contract = readable(request, pk)
    return verb_page(
        request,
        may=permissions.can_grant_access(request.acting, contract),
        perform=partial(actions.grant, contract, by=request.acting),
        form=GrantForm(posted(request), contract),
        question=_("Add a right"),
        submit=_("Add the right"),
        done=_("The right has been added."),
        back=f"{contract.get_absolute_url()}#rights",
        breadcrumbs=way((contract.title, contract.get_absolute_url()), (_("Add a right"), "")),
    )


@login_required
@require_POST
def withdraw_grant(request: HttpRequest, pk: int, grant_pk: int) -> HttpResponse:
    """Take a right out of a planned contract."""
    contract = readable(request, pk)
    actions.withdraw_grant(contract, pk=grant_pk, by=request.acting)
    messages.success(request, _("The right has been taken out."))
    return redirect(f"{contract.get_absolute_url()}#rights")
