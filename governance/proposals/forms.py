"""The shape of what is typed about proposals."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from governance.rules.forms import DayInput
from portal.foundation import clock
from residents.models import Body

from .lifecycle import Result
from .models import Answer, Proposal, ProposalItem


class DraftForm(forms.Form):
    """A proposal as the committee words it; every item is a paragraph, its first line the title."""

    title = forms.CharField(label=_("Title"), max_length=120)
    background = forms.CharField(label=_("How it came about"), widget=forms.Textarea, min_length=10)
    items = forms.CharField(
        label=_("Items"),
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Leave a blank line between two items. The first line of each is its title."),
    )

    @classmethod
    def filled_from(cls, proposal: Proposal) -> dict[str, str]:
        items = "\n\n".join(f"{item.title}\n{item.text}".strip() for item in proposal.items.all())
        return {"title": proposal.title, "background": proposal.background, "items": items}

    def clean_items(self) -> list[tuple[str, str]]:
        blocks = [block.strip() for block in self.cleaned_data["items"].replace("\r", "").split("\n\n")]
        items = []
        for block in filter(None, blocks):
            title, _line, text = block.partition("\n")
            if len(title) > 160:
                raise ValidationError(
                    _("The title of an item (its first line) may have up to 160 characters.")
                )
            items.append((title.strip(), text.strip()))
        return items


class AdoptForm(forms.Form):
    """Which resolution found the proposal necessary."""

    def __init__(self, data: Any, resolutions: Any) -> None:
        super().__init__(data)
        self.fields["resolution"] = forms.ModelChoiceField(
            queryset=resolutions,
            label=_("Resolution this rests on"),
            empty_label=None,
            widget=forms.RadioSelect,
        )


class ReceiveForm(forms.Form):
    """By when the city will answer."""

    answer_due_on = forms.DateField(
        label=_("Answer by"), widget=DayInput, input_formats=["%Y-%m-%d"], help_text=_("Shown to everybody.")
    )

    def clean_answer_due_on(self):
        day = self.cleaned_data["answer_due_on"]
        if day <= clock.today():
            raise ValidationError(_("Please choose a day after today."))
        return day


class RouteForm(forms.Form):
    """The responsible section of every item."""

    def __init__(self, data: Any, proposal: Proposal) -> None:
        super().__init__(data)
        self.items = list(proposal.items.all())
        units = Body.objects.on(clock.today()).units().order_by("name")
        for item in self.items:
            self.fields[f"unit_{item.pk}"] = forms.ModelChoiceField(
                queryset=units, label=f"{item.number}. {item.title}", initial=item.unit_id
            )
        is_change = any(item.unit_id for item in self.items)
        self.fields["reason"] = forms.CharField(
            label=_("Why it is passed on to another section") if is_change else _("Remark"),
            required=is_change,
            max_length=300,
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        units = {item.pk: cleaned.pop(f"unit_{item.pk}", None) for item in self.items}
        return {**cleaned, "units": units}


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
