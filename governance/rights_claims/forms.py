"""The shape of a claim."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .lifecycle import Right


class ClaimForm(forms.Form):
    """Which right, why, and who claims; what the author reads of it is said beside each field."""

    right = forms.ChoiceField(
        label=_("Which of your rights is infringed?"), choices=Right, widget=forms.RadioSelect
    )
    why = forms.CharField(
        label=_("Which words infringe it, and why"),
        help_text=_("The author is asked about this in your words. Leave out what they should not read."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    name = forms.CharField(
        label=_("Your name"), help_text=_("The author does not learn it from us."), max_length=100
    )
    contact = forms.CharField(
        label=_("Where we reach you (mail address, telephone or postal address)"),
        help_text=_("It rests sealed; each look at it is written in the ledger."),
        max_length=300,
    )
    is_own = forms.BooleanField(
        label=_("It is my own right, or I act for the person whose right it is and can show it.")
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned.pop("is_own", None)
        return cleaned
