"""Shape of a term that is opened."""

from django import forms
from django.utils.translation import gettext_lazy as _


class TermForm(forms.Form):
    number = forms.IntegerField(label=_("Number of the term"), min_value=1, max_value=999)
    starts_on = forms.DateField(
        label=_("First day"),
        help_text=_("The last day follows from the guideline: the day before the anniversary."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    target_seats = forms.IntegerField(label=_("Seats aimed at"), min_value=1, max_value=200)
