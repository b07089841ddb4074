"""The shape of a request for a sub-outsourcing, and of the answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.foundation.decisions import Denied
from residents.bodies.forms import day_field
from residents.contracts.models import Contract

from .permissions import lies_within


def _words(label: Any, help_text: Any = "", required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RequestForm(forms.Form):
    """Who would do which part of the work, and how the clauses bind them."""

    subcontractor = forms.CharField(label=_("Who would do the work"), max_length=200)
    work = _words(_("Which part of the work"))
    reason = _words(_("Why somebody else has to do it"))
    safeguards = _words(
        _("How the clauses bind the other side too"),
        _("For example by a written agreement with the same duties."),
    )
    touches_personal_data = forms.BooleanField(label=_("Personal data are handed over"), required=False)
    from_on = day_field(_("First day, inclusive"))
    until_on = day_field(_("Last day, inclusive"))

    def __init__(self, data: Any, contract: Contract) -> None:
        super().__init__(data, initial={"from_on": contract.from_on, "until_on": contract.until_on})
        self.contract = contract

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("from_on"), cleaned.get("until_on")
        if first is None or last is None:
            return cleaned
        if last < first:
            self.add_error("until_on", _("The last day lies before the first."))
        within = lies_within(self.contract, first, last)
        if isinstance(within, Denied):
            self.add_error("until_on" if first >= self.contract.from_on else "from_on", within.reason)
        return cleaned


class ConsentForm(forms.Form):
    conditions = _words(_("Conditions of the consent"), _("Leave it empty where there are none."), False)
