"""The shape of what people type about the division of roles."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from residents.bodies.models import Body

from .functions import FUNCTIONS


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class TableForm(forms.Form):
    """Name, first day and source of a table."""

    title = forms.CharField(label=_("Title"), max_length=160)
    effective_from = forms.DateField(
        label=_("Takes effect on"),
        widget=DayInput,
        input_formats=["%Y-%m-%d"],
        help_text=_("Usually 1 April, the day staff rotate."),
    )
    source = forms.CharField(
        label=_("Source"),
        max_length=200,
        required=False,
        help_text=_("For example the number of the decision."),
    )

    def clean_effective_from(self) -> Any:
        day = self.cleaned_data["effective_from"]
        if day < clock.today():
            raise ValidationError(_("Please choose today or a later day."))
        return day


class HoldersForm(forms.Form):
    """Who holds one function: bodies that exist on the table's day."""

    bodies = forms.ModelMultipleChoiceField(
        queryset=Body.objects.none(), label=_("Held by"), required=False, widget=forms.CheckboxSelectMultiple
    )
    is_open_ended = forms.BooleanField(label=_("Every unit of the city hall holds it"), required=False)
    tasks = forms.CharField(
        label=_("What it covers"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One task a line."),
    )

    def __init__(self, data: Any, function: str, day: Any, **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["bodies"].queryset = Body.objects.on(day).order_by("kind", "pk")  # type: ignore[attr-defined]
        if not (function in FUNCTIONS and FUNCTIONS[function].is_open_ended):
            del self.fields["is_open_ended"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned.setdefault("is_open_ended", False)
        return cleaned

    def clean_tasks(self) -> list[str]:
        lines = self.cleaned_data["tasks"].replace("\r", "").split("\n")
        return [line.strip() for line in lines if line.strip()]
