"""The shape of what the secretariat enters in the register: citations, their end, announced amendments."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock

from .decision_forms import DAY


class CitationForm(forms.Form):
    """Which provision names which other instrument."""

    provision = forms.ChoiceField(label=_("Provision"))
    instrument = forms.ModelChoiceField(
        queryset=None, label=_("Instrument it cites"), required=False, empty_label=_("Another, named below")
    )
    title = forms.CharField(label=_("Title of the other instrument"), required=False, max_length=160)
    number = forms.CharField(
        label=_("Its number"),
        required=False,
        max_length=120,
        help_text=_("As it is cited, for example 平成15年9月19日条例第7号."),
    )

    def __init__(self, data: Any, places: list[tuple[str, str]], instruments: Any) -> None:
        super().__init__(data)
        self.fields["provision"].choices = places
        self.fields["instrument"].queryset = instruments

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("instrument") and not cleaned.get("title"):
            raise ValidationError(_("Please choose an instrument or write its title."))
        return cleaned


class InstrumentEndForm(forms.Form):
    """A law or ordinance outside the portal is no longer law."""

    instrument = forms.ModelChoiceField(queryset=None, label=_("Instrument"), empty_label=None)
    abolished_on = forms.DateField(label=_("Abolished as of"), **DAY)
    remark = forms.CharField(label=_("Remark"), required=False, max_length=300)

    def __init__(self, data: Any, instruments: Any) -> None:
        super().__init__(data)
        self.fields["instrument"].queryset = instruments


class PlannedAmendmentForm(forms.Form):
    """A month in which an amendment is expected; there need be no text yet."""

    expected_month = forms.DateField(
        label=_("Expected in"),
        input_formats=["%Y-%m"],
        widget=forms.DateInput(attrs={"type": "month"}, format="%Y-%m"),
        help_text=_("Year and month, for example 2027-04."),
    )
    remark = forms.CharField(
        label=_("What it will be about"),
        required=False,
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_expected_month(self) -> date:
        month = self.cleaned_data["expected_month"]
        if month < clock.today().replace(day=1):
            raise ValidationError(_("This month is over."))
        return month
