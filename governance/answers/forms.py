"""The shape of what is typed about answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.proposals.lifecycle import Result
from governance.proposals.models import ProposalItem
from governance.rules.forms import DayInput
from portal.foundation import business_days, clock
from residents.models import Body

from .models import Answer, chain_of


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


class ChainForm(forms.Form):
    """Up to four positions, each with the body whose member signs."""

    PLACES = range(1, 5)

    def __init__(self, data: Any, unit: Body) -> None:
        super().__init__(data)
        grades = {grade.number: grade for grade in chain_of(unit) if grade.title}
        above = Body.objects.filter(Q(pk=unit.pk) | Q(pk=unit.parent_id)).order_by("pk")
        for place in self.PLACES:
            grade = grades.get(place)
            self.fields[f"title_{place}"] = forms.CharField(
                label=_("Position %(place)s") % {"place": place},
                max_length=80,
                required=False,
                initial=grade.title if grade else "",
            )
            self.fields[f"body_{place}"] = forms.ModelChoiceField(
                queryset=above,
                label=_("Signs for position %(place)s") % {"place": place},
                initial=(grade.body if grade else unit).pk,
                empty_label=None,
                required=False,
            )
        self.unit = unit

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        named = [(cleaned.get(f"title_{place}"), cleaned.get(f"body_{place}")) for place in self.PLACES]
        return {**cleaned, "grades": [(title, body or self.unit) for title, body in named if title]}


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
