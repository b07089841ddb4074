"""Shape of a request for a stand-in, and of a caretaker's no."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from residents.bodies.forms import day_field


class RequestForm(forms.Form):
    from_on = day_field(_("First day, inclusive"))
    until_on = day_field(_("Last day, inclusive"))
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("Only the caretakers read it."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("from_on"), cleaned.get("until_on")
        if first and first < clock.today():
            self.add_error("from_on", _("Please choose today or a later day."))
        if first and last and last < first:
            self.add_error("until_on", _("The last day lies before the first."))
        return cleaned


class DeclineForm(forms.Form):
    answer = forms.CharField(
        label=_("Answer to the facilitator"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
