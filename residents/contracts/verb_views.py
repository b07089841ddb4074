"""The pages of the verbs of one contract: what will happen, a form where words are needed, the act."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy

from portal.foundation.verb_page import ReasonForm, posted, verb_page

from . import actions, permissions
from .forms import ClausesForm, ConcludeForm, ContractForm, ResultForm, SettleForm
from .models import Contract
from .views import readable, way


def _view(verb: str, may: Any, title: Any, done: Any, form: Any = None, text: Any = "", **more: Any) -> Any:
    """The page of one verb: its form, the act, and back to the contract."""

    @login_required
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        contract = readable(request, pk)
        act: Callable[..., Any] = getattr(actions, verb)
        return verb_page(
            request,
            may=may(request.acting, contract),
            perform=lambda **words: act(contract, by=request.acting, **words),
            form=form(posted(request), contract) if form else None,
            done=str(done),
            back=contract.get_absolute_url(),
            question=str(title),
            submit=str(title),
            text=str(text),
            breadcrumbs=way((contract.title, contract.get_absolute_url()), (str(title), "")),
            **more,
        )

    return view


def _reason(data: Any, contract: Contract) -> ReasonForm:
    return ReasonForm(data, label=gettext_lazy("Reason"))


revise = _view(
    "revise",
    permissions.can_revise_contract,
    gettext_lazy("Change the plan"),
    gettext_lazy("The plan has been changed."),
    lambda data, contract: ContractForm(data, initial=ContractForm.filled_from(contract)),
)
clauses = _view(
    "check_clauses",
    permissions.can_revise_contract,
    gettext_lazy("Go through the clauses"),
    gettext_lazy("The checklist has been saved."),
    ClausesForm,
    gettext_lazy("A contract is concluded when every clause has its place or its reason."),
)
drop = _view(
    "drop",
    permissions.can_drop_contract,
    gettext_lazy("Give the plan up"),
    gettext_lazy("The plan has been given up."),
    _reason,
    tone="danger",
)
conclude = _view(
    "conclude",
    permissions.can_conclude_contract,
    gettext_lazy("Conclude the contract"),
    gettext_lazy("The contract has been concluded."),
    lambda data, contract: ConcludeForm(data),
    gettext_lazy("From its first day to its last the contractor holds the rights listed; not a day longer."),
)
inspect = _view(
    "inspect",
    permissions.can_inspect_contract,
    gettext_lazy("Record an inspection"),
    gettext_lazy("The inspection has been recorded."),
    lambda data, contract: ResultForm(data),
)
report_incident = _view(
    "report_incident",
    permissions.can_report_incident,
    gettext_lazy("Report an incident"),
    gettext_lazy("The incident has been reported to the mayor's office."),
    _reason,
)
resolve_incident = _view(
    "resolve_incident",
    permissions.can_resolve_incident,
    gettext_lazy("The incident is resolved"),
    gettext_lazy("The contract goes on."),
    _reason,
)
renew = _view(
    "renew",
    permissions.can_renew_contract,
    gettext_lazy("Prepare the next year"),
    gettext_lazy("The next year has been planned and the contractor told; its clauses are checked anew."),
    text=gettext_lazy("The next contract takes over contractor, scope and rights. The mayor concludes it."),
)
decline_renewal = _view(
    "decline_renewal",
    permissions.can_decline_renewal,
    gettext_lazy("Decide not to renew"),
    gettext_lazy("The contractor has been told."),
    _reason,
)
terminate = _view(
    "terminate",
    permissions.can_terminate_contract,
    gettext_lazy("Terminate early"),
    gettext_lazy("The contract has been terminated; the rights are gone."),
    _reason,
    gettext_lazy("All rights it carried are gone at once."),
    tone="danger",
)
settle = _view(
    "settle",
    permissions.can_settle_contract,
    gettext_lazy("Record the certificate"),
    gettext_lazy("The contract is settled."),
    SettleForm,
)
