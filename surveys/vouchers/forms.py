"""The shape of leaving a signature and of a code typed in."""

from django import forms
from django.utils.translation import gettext_lazy as _


class LeaveForm(forms.Form):
    """What was offered, and (if wished) where to tell."""

    offer = forms.CharField(max_length=140_000, widget=forms.HiddenInput)
    address = forms.EmailField(
        label=_("E-mail address, if you wish to hear of it"),
        required=False,
        help_text=_("Kept sealed, used for this one mail and then deleted. Without it the code is enough."),
    )


class CodeForm(forms.Form):
    """A collection code from a note or a slip."""

    code = forms.CharField(label=_("Collection code"), max_length=60)
