"""The shape of a decision about a rule: its days, its 附則, the numbers it fixes, what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.foundation import parameters
from portal.foundation.parameters import Declaration

from . import numbers
from .forms import DayInput
from .models import Rule

MOST_DAYS, MOST = 3650, 10_000_000
DAY = {"widget": DayInput, "input_formats": ["%Y-%m-%d"]}


class BasisForm(forms.Form):
    """What a decision rests on: a resolution that names the rule, or the number of the mayor's decision."""

    def __init__(self, data: Any, rule: Rule, resolutions: Any) -> None:
        super().__init__(data)
        if rule.is_room_rule:
            self.fields["resolution"] = forms.ModelChoiceField(
                queryset=resolutions,
                label=_("Resolution this rests on"),
                empty_label=None,
                widget=forms.RadioSelect,
            )
        else:
            self.fields["reference"] = forms.CharField(label=_("Number of the decision"), max_length=120)


class DecisionForm(BasisForm):
    """From which day a decision holds, what its 附則 says besides, and the numbers its text fixes."""

    effective_from = forms.DateField(label=_("In force from"), **DAY)
    applies_from = forms.DateField(
        label=_("Applies from, where earlier"),
        required=False,
        help_text=_("Only if the text is to be applied to what happened before it is in force."),
        **DAY,
    )
    lapses_on = forms.DateField(
        label=_("Lapses as of"),
        required=False,
        help_text=_("Only for a text of limited duration: the first day on which it binds no longer."),
        **DAY,
    )
    transitional = forms.CharField(
        label=_("Transitional measures"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For the supplementary provisions of this version, one paragraph a line."),
    )
    consequential = forms.CharField(
        label=_("Consequential amendments"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What changes in other rules because of this one, one paragraph a line."),
    )

    def __init__(self, data: Any, rule: Rule, resolutions: Any) -> None:
        super().__init__(data, rule, resolutions)
        self.offered = numbers.fixed_by(rule)
        now = parameters.in_force()
        for number in self.offered:
            row = now.get(number.name)
            self.fields[number.name] = _number_field(number, row.value if row else None)

    def main_fields(self) -> Iterator[forms.BoundField]:
        """Everything but the numbers."""
        offered = {number.name for number in self.offered}
        return (field for field in self.visible_fields() if field.name not in offered)

    def number_groups(self) -> list[dict[str, Any]]:
        """The numbers under the names of their groups; a group with something typed in it stands open."""
        groups: dict[str, list[forms.BoundField]] = {}
        for number in self.offered:
            groups.setdefault(numbers.group_of(number.name), []).append(self[number.name])
        return [
            {"label": numbers.GROUPS[name], "fields": fields, "is_open": _is_touched(fields)}
            for name, fields in groups.items()
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        fixed = {number.name: cleaned.pop(number.name, None) for number in self.offered}
        cleaned["numbers"] = {name: value for name, value in fixed.items() if value not in (None, "")}
        day = cleaned.get("effective_from")
        applies, lapses = cleaned.get("applies_from"), cleaned.get("lapses_on")
        if day and applies and applies > day:
            self.add_error("applies_from", _("A text cannot apply later than it is in force."))
        if day and lapses and lapses <= day:
            self.add_error("lapses_on", _("It cannot lapse before it has been in force for a day."))
        return cleaned


class ReasonForm(BasisForm):
    """Why a draft, an amendment or a decided version does not become law."""

    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea, min_length=10)
    field_order = ["reason"]


class RefusalForm(ReasonForm):
    """Why a draft is not adopted; the mayor's refusal needs no number, the reason is public."""

    def __init__(self, data: Any, rule: Rule, resolutions: Any) -> None:
        super().__init__(data, rule, resolutions)
        self.fields.pop("reference", None)


class AbolishForm(BasisForm):
    """Why a rule ends, on which day it stops binding, and which other instrument ends it."""

    reason = forms.CharField(label=_("Why it is abolished"), widget=forms.Textarea, min_length=10)
    ends_on = forms.DateField(
        label=_("Abolished as of"), help_text=_("The rule binds until the day before."), **DAY
    )
    abolished_by = forms.ModelChoiceField(
        queryset=Rule.objects.none(),
        label=_("Abolished by"),
        required=False,
        empty_label=_("By this decision alone"),
        help_text=_("Only if the supplementary provisions of another rule abolish it."),
    )
    transitional = forms.CharField(
        label=_("Transitional measures"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For the supplementary provisions of this version, one paragraph a line."),
    )

    def __init__(self, data: Any, rule: Rule, resolutions: Any) -> None:
        super().__init__(data, rule, resolutions)
        others = Rule.objects.binding() | Rule.objects.coming()
        self.fields["abolished_by"].queryset = others.filter(enacted_by=rule.enacted_by).exclude(pk=rule.pk)


def _number_field(number: Declaration, now: Any) -> forms.Field:
    said = _("Only if the text fixes it: the portal uses this number from the first day on.")
    if now is not None:
        said = _("Only if the text fixes it anew. Today: %(value)s") % {"value": number.shown(now)}
    given: dict[str, Any] = {"label": number.label or number.name, "required": False, "help_text": said}
    if number.choices is not None:
        choices = [("", _("Not fixed by this text")), *number.choices.choices]
        return forms.ChoiceField(choices=choices, **given)
    least = 0 if number.name.startswith("honorarium.") else 1
    most = MOST if number.unit.startswith(("yen", "1/")) else MOST_DAYS
    return forms.IntegerField(min_value=least, max_value=most, **given)


def _is_touched(fields: Iterable[forms.BoundField]) -> bool:
    return any(field.value() not in (None, "") for field in fields)
