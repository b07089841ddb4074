"""Ticks for handing over, a name to be looked for, a reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from . import offers


class HandOverForm(forms.Form):
    """One tick for each item, none ticked beforehand, none required."""

    def __init__(self, *args: Any, values: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in offers.ITEMS.items():
            if values.get(name):
                shown = offers.SEXES[values[name]] if name == "sex" else values[name]
                self.fields[name] = forms.BooleanField(label=f"{label}: {shown}", required=False)

    @property
    def chosen(self) -> set[str]:
        return {name for name in self.fields if self.cleaned_data.get(name)}


class SearchForm(forms.Form):
    """A full name, as the person concerned states it; parts of a name find nothing."""

    name = forms.CharField(
        label=_("Full name of the person concerned"),
        required=False,
        max_length=100,
        help_text=_("Finds only exactly this name, without opening any record."),
    )
