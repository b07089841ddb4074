"""The shape of a report of progress."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from governance.proposals.lifecycle import Progress
from governance.proposals.models import ProposalItem
from governance.rules.forms import DayInput
from portal.foundation import clock

from .models import FollowUp, Milestone


class ReportForm(forms.ModelForm):
    """How far it has got, which milestones were reached, what comes next."""

    progress = forms.ChoiceField(label=_("Progress"), choices=Progress, widget=forms.RadioSelect)
    reached = forms.ModelMultipleChoiceField(
        queryset=Milestone.objects.none(),
        label=_("Milestones reached"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    next_title = forms.CharField(label=_("Next milestone"), max_length=120, required=False)
    next_due_on = forms.DateField(
        label=_("To be reached by"), widget=DayInput, input_formats=["%Y-%m-%d"], required=False
    )

    class Meta:
        model = FollowUp
        fields = ["progress", "text"]

    def __init__(self, data: Any, item: ProposalItem) -> None:
        super().__init__(data, initial={"progress": item.progress})
        self.fields["reached"].queryset = item.milestones.filter(reached_on__isnull=True)
        if data is None and not self.fields["reached"].queryset.exists():
            del self.fields["reached"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        title, due = cleaned.get("next_title"), cleaned.get("next_due_on")
        if bool(title) != bool(due) and "next_due_on" not in self.errors:
            self.add_error("next_due_on", ValidationError(_("A milestone needs a name and a day.")))
        if due and due <= clock.today():
            self.add_error("next_due_on", ValidationError(_("Please choose a day after today.")))
        return cleaned
