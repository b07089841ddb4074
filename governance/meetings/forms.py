"""Shapes of a planned sitting, its minutes and its cancelling."""

from django import forms
from django.utils.translation import gettext_lazy as _

MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class MeetingForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=120)
    starts_at = forms.DateTimeField(label=_("Begins"), widget=MOMENT)
    ends_at = forms.DateTimeField(label=_("Ends"), widget=MOMENT)
    place = forms.CharField(label=_("Place or room"), max_length=200)
    agenda = forms.CharField(label=_("Agenda"), widget=forms.Textarea(attrs={"rows": 5}))
    is_closed = forms.BooleanField(label=_("Closed to the public"), required=False)
    closing_ground = forms.CharField(
        label=_("Why it is closed"),
        help_text=_(
            "Meetings are open in principle. A closed meeting needs a ground, and the ground is public."
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict:
        """A closed meeting names its ground; the end comes after the beginning."""
        data = super().clean()
        if data.get("is_closed") and not data.get("closing_ground", "").strip():
            self.add_error("closing_ground", _("A closed meeting needs a stated ground."))
        starts_at, ends_at = data.get("starts_at"), data.get("ends_at")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", _("The end has to come after the beginning."))
        data["is_open"] = not data.pop("is_closed", False)
        if data["is_open"]:
            data["closing_ground"] = ""
        return data


class MinutesForm(forms.Form):
    minutes = forms.CharField(label=_("Minutes"), widget=forms.Textarea(attrs={"rows": 14}))


class CancelForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=600, widget=forms.Textarea(attrs={"rows": 3}))
