"""The shape of what people type about the division of roles."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from residents.accounts.person_field import PersonField
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

    left_open = forms.CharField(
        label=_("If nobody is to hold it: why"),
        max_length=200,
        required=False,
        help_text=_("A table is complete only when every function is held, or left open for a reason."),
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


class DelegationForm(forms.Form):
    """What is lent to whom, from when until when, and on what basis."""

    function = forms.ChoiceField(label=_("Function"))
    to_body = forms.ModelChoiceField(queryset=Body.objects.none(), label=_("To a body"), required=False)
    to_person = PersonField(label=_("Or to one person"), required=False)
    from_on = forms.DateField(label=_("First day"), widget=DayInput, input_formats=["%Y-%m-%d"])
    until_on = forms.DateField(label=_("Last day"), widget=DayInput, input_formats=["%Y-%m-%d"])
    basis = forms.CharField(
        label=_("Basis"), max_length=200, help_text=_("For example the number of the decision.")
    )

    def __init__(self, data: Any, functions: list[str]) -> None:
        super().__init__(data, initial={"from_on": clock.today()})
        choices = [(code, FUNCTIONS[code].label) for code in functions]
        self.fields["function"].choices = choices  # type: ignore[attr-defined]
        self.fields["to_body"].queryset = Body.objects.on(clock.today()).order_by("kind", "pk")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if bool(cleaned.get("to_body")) == bool(cleaned.get("to_person")) and not self.errors:
            self.add_error("to_body", _("A delegation goes to one body or to one person."))
        first, last = cleaned.get("from_on"), cleaned.get("until_on")
        if first and first < clock.today():
            self.add_error("from_on", _("Please choose today or a later day."))
        if first and last and last < first:
            self.add_error("until_on", _("The last day cannot come before the first."))
        return cleaned
