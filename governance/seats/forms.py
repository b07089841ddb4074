"""Shapes of what the mayor, members and the committee write about seats."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .lifecycle import OfficeKind


class CommissionForm(forms.Form):
    letter_number = forms.CharField(label=_("Number of the commission letter"), max_length=40)


class MaximumForm(forms.Form):
    """第8条第2項: the mayor's decision."""

    maximum = forms.IntegerField(label=_("New maximum of members"), min_value=1, max_value=200)
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class LastDayForm(forms.Form):
    last_day = forms.DateField(
        label=_("Last day in the seat"), widget=forms.DateInput(attrs={"type": "date"})
    )


class OfficeForm(forms.Form):
    kind = forms.ChoiceField(label=_("Office held"), choices=OfficeKind.choices)
