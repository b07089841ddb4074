"""Shapes of a list to be drawn up, paid or thrown away."""

from django import forms
from django.utils.translation import gettext_lazy as _


class YearForm(forms.Form):
    fiscal_year = forms.IntegerField(label=_("Fiscal year"), min_value=1997, max_value=2200)


class PaidForm(forms.Form):
    paid_on = forms.DateField(label=_("Paid on"), widget=forms.DateInput(attrs={"type": "date"}))


class DiscardForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=600, widget=forms.Textarea(attrs={"rows": 3}))
