"""The pages of a sub-outsourcing; the requests themselves stand on the page of their contract."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.foundation.verb_page import ReasonForm, posted, verb_page
from residents.contracts.permissions import can_read_contract
from residents.contracts.views import readable, way

from . import actions, permissions
from .forms import ConsentForm, RequestForm
from .models import SubOutsourcing


@login_required
def request_one(request: HttpRequest, pk: int) -> HttpResponse:
    """The contractor asks."""
    contract = readable(request, pk)
    title = _("Ask for sub-outsourcing")
    return verb_page(
        request,
        may=permissions.can_request_sub_outsourcing(request.acting, contract),
        form=RequestForm(posted(request), contract),
        perform=lambda **words: actions.request(contract, by=request.acting, **words),
        done=_("The request has been sent; the city decides about it."),
        back=contract.get_absolute_url(),
        question=title,
        submit=title,
        text=_("Without the consent of the city no part of the work is given to others."),
        breadcrumbs=way((contract.title, contract.get_absolute_url()), (title, "")),
    )


def _view(verb: str, may: Any, title: Any, done: Any, form: Any = None, tone: str = "primary") -> Any:
    """The page of one answer: what was asked, a form where words are needed, the act."""

    @login_required
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        asked = _readable(request, pk)
        contract = asked.contract
        return verb_page(
            request,
            may=may(request.acting, asked),
            form=form(posted(request)) if form else None,
            perform=lambda **words: getattr(actions, verb)(asked, by=request.acting, **words),
            done=str(done),
            back=asked.get_absolute_url(),
            question=str(title),
            submit=str(title),
            text=f"{asked.subcontractor}: {asked.work}",
            tone=tone,
            breadcrumbs=way((contract.title, contract.get_absolute_url()), (str(title), "")),
        )

    return view


def _reason(data: Any) -> ReasonForm:
    return ReasonForm(data, label=gettext_lazy("Reason"))


withdraw = _view(
    "withdraw",
    permissions.can_withdraw_sub_outsourcing,
    gettext_lazy("Withdraw the request"),
    gettext_lazy("The request has been withdrawn."),
)
consent = _view(
    "consent",
    permissions.can_consent,
    gettext_lazy("Consent to the sub-outsourcing"),
    gettext_lazy("The contractor has been told of the consent."),
    ConsentForm,
)
refuse = _view(
    "refuse",
    permissions.can_refuse_sub_outsourcing,
    gettext_lazy("Refuse the sub-outsourcing"),
    gettext_lazy("The contractor has been told of the refusal."),
    _reason,
    "danger",
)
revoke_consent = _view(
    "revoke_consent",
    permissions.can_revoke_consent,
    gettext_lazy("Revoke the consent"),
    gettext_lazy("The contractor has been told that the consent is gone."),
    _reason,
    "danger",
)


def _readable(request: HttpRequest, pk: int) -> SubOutsourcing:
    rows = SubOutsourcing.objects.select_related("contract__contractor")
    asked = get_object_or_404(rows, pk=pk)
    if not can_read_contract(request.acting, asked.contract):
        raise Http404
    return asked
