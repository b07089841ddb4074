"""The shape of a number: a value, its first day, what it rests on."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from residents.bodies.forms import day_field

from .holders import Held


class NumberForm(forms.Form):
    valid_from = day_field(_("Holds from"))
    basis = forms.CharField(
        label=_("Basis"),
        max_length=200,
        help_text=_("Kind, year and number of the decision, so that the paper can be found."),
    )

    def __init__(self, data: Any, held: Held, **more: Any) -> None:
        super().__init__(data, initial={"valid_from": clock.today()}, **more)
        value: forms.Field
        if held.choices:
            value = forms.ChoiceField(label=held.label, choices=held.choices.choices)
        elif held.is_text:
            value = forms.CharField(label=held.label, max_length=60)
        else:
            value = forms.IntegerField(label=held.label, min_value=0, max_value=100_000_000)
        self.fields = {"value": value, **self.fields}
