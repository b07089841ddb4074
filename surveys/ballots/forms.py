"""The shape of a token and of a receipt; whether they are any good, the permissions say."""

from __future__ import annotations

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.envelopes import challenge

RECEIPT = re.compile(r"^[0-9a-f]{64}$")


class TokenForm(forms.Form):
    """A ballot token, pasted from where its holder kept it."""

    token = forms.CharField(
        label=_("Ballot token"),
        max_length=4000,
        widget=forms.Textarea({"rows": 8, "autocomplete": "off", "spellcheck": "false"}),
        help_text=_("The long word that begins with “ballot1.”. Blanks and line ends do not matter."),
    )


class FindForm(forms.Form):
    """A receipt to look for in the public list: the long one of a token, or the short number of an answer ticket."""

    receipt = forms.CharField(
        label=_("Receipt or receipt number"),
        max_length=120,
        help_text=_("64 characters from 0–9 and a–f, or a number of three groups of four characters."),
    )

    def clean_receipt(self) -> str:
        written = "".join(self.cleaned_data["receipt"].split()).lower()
        return written if RECEIPT.match(written) else challenge.digest(written)
