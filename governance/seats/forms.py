"""Shapes of what the mayor, members and the committee write about seats."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.committees.models import CommitteeTerm

from .models import Seat


class CommissionForm(forms.Form):
    letter_number = forms.CharField(label=_("Number of the commission letter"), max_length=40)
    replaces = forms.ModelChoiceField(
        label=_("Takes over the seat of"),
        help_text=_("Only for a member who left before the end of the term."),
        queryset=None,
        required=False,
        empty_label=_("Nobody: a seat of its own"),
    )

    def __init__(self, *args: Any, term: CommitteeTerm, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vacated = Seat.objects.filter(term=term).to_be_replaced().select_related("person")
        self.fields["replaces"].queryset = vacated
        if not vacated:
            del self.fields["replaces"]


class MaximumForm(forms.Form):
    """第8条第2項: the mayor's decision."""

    maximum = forms.IntegerField(label=_("New maximum of members"), min_value=1, max_value=200)
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class LastDayForm(forms.Form):
    last_day = forms.DateField(
        label=_("Last day in the seat"), widget=forms.DateInput(attrs={"type": "date"})
    )


class ReviewForm(forms.Form):
    """What the mayor finds after a seat was questioned."""

    UPHOLD, DISQUALIFY = "uphold", "disqualify"
    finding = forms.ChoiceField(
        label=_("Finding"),
        choices=[
            (UPHOLD, _("The member goes on meeting the conditions and keeps the seat")),
            (DISQUALIFY, _("The member no longer meets the conditions; the seat ends today")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
