"""Shapes of choosing and leaving an office."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.resolutions.models import Resolution
from governance.seats.lifecycle import OfficeKind
from governance.seats.models import Seat

from .permissions import COMPETENCES, is_elected


class OfficeForm(forms.Form):
    """Which office, and the resolution of the election where the members elect."""

    kind = forms.ChoiceField(label=_("Office held"), choices=OfficeKind.choices)
    resolution = forms.ModelChoiceField(
        label=_("Resolution it rests on"),
        help_text=_("The adopted resolution by which the committee elected this member."),
        queryset=None,
        empty_label=_("Please choose"),
    )

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_elected():
            adopted = Resolution.objects.adopted().filter(term=seat.term, competence__in=COMPETENCES)
            self.fields["resolution"].queryset = adopted.select_related("term")
        else:
            del self.fields["resolution"]

    def clean_kind(self) -> OfficeKind:
        return OfficeKind(self.cleaned_data["kind"])


class StepDownForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
