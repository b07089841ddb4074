"""Shapes of a list to be drawn up, paid or thrown away."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from residents.models import User

from .lifecycle import ExemptionKind, PaymentKind


class YearForm(forms.Form):
    fiscal_year = forms.IntegerField(label=_("Fiscal year"), min_value=1997, max_value=2200)
    kind = forms.ChoiceField(label=_("Kind of payment"), choices=PaymentKind)


class ExemptionForm(forms.Form):
    """Who is paid nothing in a year, and why."""

    person = forms.ModelChoiceField(queryset=User.objects.none(), label=_("Person"))
    kind = forms.ChoiceField(label=_("Kind"), choices=ExemptionKind, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Reason"), max_length=200)

    def __init__(self, data: Any, people: Iterable[Any]) -> None:
        super().__init__(data)
        named = User.objects.filter(pk__in=[person.pk for person in people])
        self.fields["person"].queryset = named.order_by("display_name")  # type: ignore[attr-defined]


class DeclarationForm(forms.Form):
    """Who lodged a declaration for the year, and when."""

    person = forms.ModelChoiceField(queryset=User.objects.none(), label=_("Person"))
    lodged_on = forms.DateField(label=_("Lodged on"), widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, data: Any, people: Iterable[Any]) -> None:
        super().__init__(data, prefix="declaration")
        named = User.objects.filter(pk__in=[person.pk for person in people])
        self.fields["person"].queryset = named.order_by("display_name")  # type: ignore[attr-defined]


class PaidForm(forms.Form):
    paid_on = forms.DateField(label=_("Paid on"), widget=forms.DateInput(attrs={"type": "date"}))


class ReportedForm(forms.Form):
    reported_on = forms.DateField(
        label=_("Tax slips issued on"), widget=forms.DateInput(attrs={"type": "date"})
    )


class DiscardForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=600, widget=forms.Textarea(attrs={"rows": 3}))
