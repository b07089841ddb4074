"""Shape of what a facilitator says when ordering topics."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from communities.posts.forms import plain
from communities.posts.models import Thread


class WhyForm(forms.Form):
    """Why; the authors read it, and so does everybody who reads the topic."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("Everybody who wrote here is told, and it stands on the page of the topic."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_reason(self) -> str:
        reason = plain(self.cleaned_data["reason"])
        if not reason:
            raise ValidationError(_("Please write something."))
        return reason


class MoveForm(WhyForm):
    """Where to, and why."""

    to = forms.ModelChoiceField(label=_("Where it belongs"), queryset=None)
    field_order = ["to", "reason"]

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = places


class SplitForm(WhyForm):
    """What the new topic is called, and why."""

    title = forms.CharField(
        label=_("Title of the new topic"), max_length=Thread._meta.get_field("title").max_length
    )
    field_order = ["title", "reason"]
