"""The shape of what is typed about answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from governance.proposals.lifecycle import Result
from governance.proposals.models import ProposalItem
from governance.rules.forms import DayInput
from portal.foundation import business_days, clock

from .models import Answer


class AnswerForm(forms.ModelForm):
    """What a section would answer to one item: result, words and reason."""

    result = forms.ChoiceField(label=_("Result"), choices=Result, widget=forms.RadioSelect)

    class Meta:
        model = Answer
        fields = ["result", "text", "reason"]

    def __init__(self, data: Any, item: ProposalItem) -> None:
        last = item.latest_draft
        initial = {"result": last.result, "text": last.text, "reason": last.reason} if last else {}
        super().__init__(data, initial=initial)


class ConcurForm(forms.Form):
    remark = forms.CharField(
        label=_("Remark"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class SendBackForm(forms.Form):
    """Why: read by those who draft, not by everybody."""

    reason = forms.CharField(
        label=_("What has to change, and why"), max_length=500, widget=forms.Textarea(attrs={"rows": 4})
    )


class ExtendForm(forms.Form):
    """Until when the city takes more time, and why; both are published."""

    until = forms.DateField(label=_("Answer by"), widget=DayInput, input_formats=["%Y-%m-%d"])
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Shown to everybody."),
    )

    def __init__(self, data: Any, answer_due_on: date | None) -> None:
        super().__init__(data)
        self.answer_due_on = answer_due_on

    def clean_until(self) -> date:
        day = business_days.on_or_after(self.cleaned_data["until"])
        if day <= max(self.answer_due_on or clock.today(), clock.today()):
            raise ValidationError(_("Please choose a day after the present due day and after today."))
        return day
