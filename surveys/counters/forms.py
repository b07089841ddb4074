"""What a document shows, entered by hand and never kept."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from surveys.certificates.attributes import MAX_ADDRESS, MAX_NAME, Attributes
from surveys.surveys.forms import DayInput

from .models import Document

SEXES = (("1", _("male")), ("2", _("female")), ("3", _("not known")))


class DetailsForm(forms.Form):
    """The four attributes as printed, and which kind of document they were read from."""

    document = forms.ChoiceField(label=_("Document seen"), choices=Document.choices, widget=forms.RadioSelect)
    name = forms.CharField(label=_("Name, as printed"), max_length=MAX_NAME)
    birth_date = forms.DateField(label=_("Date of birth"), widget=DayInput())
    sex = forms.ChoiceField(label=_("Sex, as in the register"), choices=SEXES, widget=forms.RadioSelect)
    address = forms.CharField(
        label=_("Address, from the prefecture on"),
        max_length=MAX_ADDRESS,
        help_text=_("Only the municipality counts; it must be written as in the official list."),
    )
    is_namesake = forms.BooleanField(
        label=_("The resident was refused because a namesake had drawn"),
        required=False,
        help_text=_(
            "Only if the register shows more than one person of this name, date of birth and sex in this municipality."
        ),
    )
    namesakes = forms.IntegerField(
        label=_("How many such people the register shows"), required=False, min_value=2, max_value=20
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("birth_date") and data["birth_date"] > clock.today():
            self.add_error("birth_date", _("This day lies in the future."))
        if data.get("is_namesake") and not data.get("namesakes") and "namesakes" not in self.errors:
            self.add_error("namesakes", _("Please look into the register and enter the number."))
        return data

    @property
    def entered(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        return {
            "details": Attributes(data["name"], data["sex"], data["birth_date"], data["address"]),
            "document": data["document"],
            "namesakes": data["namesakes"] if data["is_namesake"] else 1,
        }
