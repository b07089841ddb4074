"""Consent before the app is asked for anything: each attribute by itself, none ticked beforehand."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

ATTRIBUTES = {
    "name": (_("My name"), _("Only for a keyed digest, so that nobody answers twice. Not stored.")),
    "birthdate": (_("My date of birth"), _("Only for the same digest. Not stored.")),
    "gender": (_("My sex"), _("Only for the same digest. Not stored.")),
    "address": (
        _("My address"),
        _(
            "To check that you live in the area of the survey, and its municipality for the digest. Not stored."
        ),
    ),
}


class ConsentForm(forms.Form):
    """Four ticks. Without all four nobody can tell whether somebody answers twice, so this way needs them all."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        missing = _("Without this the app cannot be used. You can prove yourself by certificate instead.")
        for name, (label, why) in ATTRIBUTES.items():
            self.fields[name] = forms.BooleanField(
                label=label, help_text=why, error_messages={"required": missing}
            )
