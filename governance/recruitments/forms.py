"""Shapes of a planned call, of its longer period and of its end."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import Recruitment

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
ROWS = forms.Textarea(attrs={"rows": 4})


class RecruitmentForm(forms.ModelForm):
    """What a public call has to say; a plan may still leave words out, an announcement may not."""

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
