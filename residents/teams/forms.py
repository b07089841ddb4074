"""The shape of a team, and of where somebody is placed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from residents.bodies.models import Body

from .models import Team


class TeamForm(forms.Form):
    name = forms.CharField(label=_("Name of the team"), max_length=80)
    duties = forms.CharField(
        label=_("Duties"),
        help_text=_("What the team deals with, one duty per line."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.body = body

    def clean_name(self) -> str:
        name = self.cleaned_data["name"].strip()
        if Team.objects.in_force().filter(body=self.body, name=name).exists():
            raise forms.ValidationError(_("The unit already has a team of this name."))
        return name


class ChooseTeamForm(forms.Form):
    """One of the teams of a unit, or the unit as a whole."""

    team = forms.ModelChoiceField(label=_("Team"), queryset=None, required=False, empty_label=_("No team"))

    def __init__(self, *args: Any, body: Body, empty_label: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = Team.objects.in_force().filter(body=body)
        if empty_label is not None:
            self.fields["team"].empty_label = empty_label
