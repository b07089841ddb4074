"""The shape of what people type about contracts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.decisions import Denied
from residents.accounts.models import User
from residents.bodies.forms import day_field
from residents.bodies.models import Body
from residents.roles.functions import FUNCTIONS

from .lifecycle import Clause
from .models import Contract
from .permissions import certificate_is_in_order

CARRIED = (
    "common.server_installation",
    "common.server_management_contractor",
    "sns.sns_system_operation",
    "sns.monitor_recruitment",
    "survey.form_entry",
    "rooms.caretaker",
    "rooms.adviser",
)
"""What may be entrusted to an outside body; what the city decides stays with the city (checklist 24)."""


class ContractForm(forms.Form):
    """A contract as it is planned; one scope item a line."""

    title = forms.CharField(label=_("Title"), max_length=200)
    contractor = forms.ModelChoiceField(queryset=Body.objects.none(), label=_("Contractor"))
    procurement = forms.ChoiceField(
        label=_("Procurement"), choices=Contract.Procurement, widget=forms.RadioSelect
    )
    amount = forms.IntegerField(label=_("Amount (yen)"), min_value=0, required=False)
    from_on = day_field(_("First day, inclusive"))
    until_on = day_field(_("Last day, inclusive"), help_text=_("One year at most, usually 31 March."))
    scope_items = forms.CharField(
        label=_("Scope"), widget=forms.Textarea(attrs={"rows": 5}), help_text=_("One item a line.")
    )

    def __init__(self, data: Any, **more: Any) -> None:
        super().__init__(data, **more)
        organisations = Body.objects.on(clock.today()).filter(kind=Body.Kind.ORGANISATION)
        self.fields["contractor"].queryset = organisations.order_by("pk")  # type: ignore[attr-defined]

    @staticmethod
    def filled_from(contract: Contract) -> dict[str, Any]:
        names = ("title", "procurement", "amount", "from_on", "until_on")
        found = {name: getattr(contract, name) for name in names}
        return {**found, "contractor": contract.contractor_id, "scope_items": "\n".join(contract.scope_items)}

    def clean_scope_items(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["scope_items"].splitlines()]
        if any(len(line) > 200 for line in lines):
            raise ValidationError(_("An item has up to 200 characters."))
        return [line for line in lines if line]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("from_on"), cleaned.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("The last day lies before the first."))
        return cleaned


class ClausesForm(forms.Form):
    """The checklist: for every clause where the contract says it, or why it is not needed."""

    def __init__(self, data: Any, contract: Contract) -> None:
        super().__init__(data)
        known = {row.clause: row for row in contract.clauses.all()}
        for clause in Clause:
            row = known.get(clause.value)
            self.fields[f"evidence_{clause.value}"] = forms.CharField(
                label=clause.label,
                max_length=200,
                required=False,
                initial=row.evidence if row else "",
                help_text=_("Article of the contract, or the reason why it is not needed."),
            )
            self.fields[f"waived_{clause.value}"] = forms.BooleanField(
                label=_("“%(clause)s” is not needed") % {"clause": clause.label},
                required=False,
                initial=bool(row and not row.is_needed),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        found = {}
        for clause in Clause:
            evidence = cleaned.get(f"evidence_{clause.value}", "").strip()
            waived = cleaned.get(f"waived_{clause.value}", False)
            if waived and not evidence:
                self.add_error(f"evidence_{clause.value}", _("Please say why it is not needed."))
            if evidence:
                found[clause.value] = (not waived, evidence)
        return {"clauses": found}


class GrantForm(forms.Form):
    """A right a scope item carries, for the whole contractor or one of its people."""

    scope_item = forms.ChoiceField(label=_("Scope"))
    function = forms.ChoiceField(label=_("Right"))
    person = forms.ModelChoiceField(
        queryset=User.objects.none(),
        label=_("Person"),
        required=False,
        empty_label=_("Everybody of the contractor"),
    )

    def __init__(self, data: Any, contract: Contract) -> None:
        super().__init__(data)
        self.fields["scope_item"].choices = [(item, item) for item in contract.scope_items]  # type: ignore[attr-defined]
        self.fields["function"].choices = [(code, FUNCTIONS[code].label) for code in CARRIED]  # type: ignore[attr-defined]
        self.fields["person"].queryset = contract.contractor.members_on().order_by("display_name")  # type: ignore[attr-defined]


class ConcludeForm(forms.Form):
    number = forms.CharField(label=_("Contract number"), max_length=60)


class ResultForm(forms.Form):
    result = forms.CharField(
        label=_("Result of the inspection"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4})
    )


class SettleForm(forms.Form):
    """The certificate of return or destruction."""

    certificate_number = forms.CharField(label=_("Number of the certificate"), max_length=60)
    certificate_on = day_field(_("Date of the certificate"))

    def __init__(self, data: Any, contract: Contract) -> None:
        super().__init__(data)
        self.contract = contract

    def clean_certificate_on(self) -> Any:
        answer = certificate_is_in_order(self.contract, self.cleaned_data["certificate_on"])
        if isinstance(answer, Denied):
            raise ValidationError(f"{answer.reason} {answer.next_step}".strip())
        return self.cleaned_data["certificate_on"]
