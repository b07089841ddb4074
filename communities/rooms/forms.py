"""Shape of what is entered about rooms."""

from __future__ import annotations

from django import forms

from communities.forums.forms import CommonForm

from .models import Room


class FoundForm(CommonForm):
    """Opening a citizen-area room: real names or nicknames is the opener's choice."""

    class Meta(CommonForm.Meta):
        model = Room
        fields = ["title", "purpose", "name_rule", "visibility"]
        widgets = {**CommonForm.Meta.widgets, "name_rule": forms.RadioSelect}
