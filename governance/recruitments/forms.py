"""Shapes of a planned call, of its longer period and of its end."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from . import asked_items
from .models import Recruitment

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
ROWS = forms.Textarea(attrs={"rows": 4})


class ItemsField(forms.CharField):
    """The items each applicant answers, one a line."""

    def prepare_value(self, value: Any) -> Any:
        return asked_items.write(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        return asked_items.read(super().clean(value))


class RecruitmentForm(forms.ModelForm):
    """What a public call has to say; a plan may still leave words out, an announcement may not."""

    asked_items = ItemsField(
        label=_("Items each applicant answers"),
        help_text=_(
            "Article 12, beside the motives: one item a line. Each becomes a field of the application. Write "
            "“(400字以内)” after an item to limit it, “(任意)” where an answer is voluntary."
        ),
        required=False,
        max_length=2000,
        widget=ROWS,
    )

    class Meta:
        model = Recruitment
        fields = (
            "seats",
            "opens_on",
            "closes_on",
            "duties",
            "remuneration",
            "selection_method",
            "how_to_apply",
            "required_items",
            "asked_items",
        )
        widgets = {
            "opens_on": DAY,
            "closes_on": DAY,
            **dict.fromkeys(
                ("duties", "remuneration", "selection_method", "how_to_apply", "required_items"), ROWS
            ),
        }

    def clean(self) -> dict:
        """The last day is not before the first."""
        data = super().clean() or {}
        opens_on, closes_on = data.get("opens_on"), data.get("closes_on")
        if opens_on and closes_on and closes_on < opens_on:
            self.add_error("closes_on", _("The last day has to come after the first."))
        return data


class ExtendForm(forms.Form):
    closes_on = forms.DateField(label=_("New last day"), widget=DAY)


class CancelForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The reason is public, and everybody who applied is told."),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
