"""The shape of what people type about rules; who may decide what is asked elsewhere."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock

from .models import Rule, RuleVersion
from .notation import Unreadable, parse
from .texts import Text

EARLIEST = date(1868, 1, 25)
NUMBERS = {
    "room.inactivity_days": _("Days without a post until a room is dormant"),
    "room.closure_grace_days": _("Days between the notice of dormancy and the closing of a room"),
}
"""Numbers of the portal that a room rule may fix; none of them has a value before a rule gives it one."""

VIOLATION_NUMBERS = {
    "violation.triage_days": _("Business days until a caretaker has looked at a report"),
    "violation.hearing_days": _("Days in which the person concerned can make a statement"),
    "violation.decision_days": _("Business days from the hearing to the decision or referral"),
    "sanction.room_restriction_max_days": _("Longest restriction in one room, in days"),
    "sanction.room_suspension_max_days": _("Longest measure against a room, in days"),
    "violation.referral_days": _("Business days from the referral to the decision of the committee"),
    "sanction.first_suspension_max_days": _("Longest first suspension, in days"),
    "sanction.suspension_max_days": _("Longest later suspension, in days"),
    "sanction.counted_years": _("Years in which earlier suspensions count"),
    "sanction.suspensions_before_cancellation": _("Suspensions before a registration may be cancelled"),
    "violation.objection_days": _("Days in which one can object"),
    "violation.objection_decision_days": _("Business days in which an objection is decided"),
    "violation.reminder_days": _("Business days before a day that people are reminded"),
    "violation.retention_years": _("Years for which evidence is kept after the decision"),
}
"""The numbers of a rule about dealing with violations, in the order of the shipped draft; asked only there."""
OBJECTION = "異議"


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class AsOfForm(forms.Form):
    """Which day a reader asks about."""

    asof = forms.DateField(
        label=_("Text in force on"),
        required=False,
        widget=DayInput,
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": _("Please give the day as year-month-day, for example 2004-01-26.")},
    )

    def clean_asof(self) -> date:
        day = self.cleaned_data["asof"] or clock.today()
        if day < EARLIEST:
            raise ValidationError(_("There are no records of that time."))
        return day


class CompareForm(forms.Form):
    """Which two versions a reader lays side by side."""

    def __init__(self, data: Any, versions: list[RuleVersion]) -> None:
        super().__init__(data)
        self.versions = {str(version.number): version for version in versions}
        choices = [(number, self._label(version)) for number, version in self.versions.items()]
        wrong = {"invalid_choice": _("This version has no preserved text to compare.")}
        self.fields["from"] = forms.ChoiceField(label=_("Before"), choices=choices, error_messages=wrong)
        self.fields["to"] = forms.ChoiceField(label=_("After"), choices=choices, error_messages=wrong)

    @staticmethod
    def _label(version: RuleVersion) -> str:
        return _("No. %(number)s, in force from %(day)s") % {
            "number": version.number,
            "day": version.effective_from.isoformat(),
        }

    def pair(self) -> tuple[RuleVersion, RuleVersion]:
        return self.versions[self.cleaned_data["from"]], self.versions[self.cleaned_data["to"]]


class DaysForm(forms.Form):
    """Which two days a reader lays side by side, whatever versions were in force on them."""

    earlier = forms.DateField(label=_("Text of this day"), widget=DayInput, input_formats=["%Y-%m-%d"])
    later = forms.DateField(label=_("and of this day"), widget=DayInput, input_formats=["%Y-%m-%d"])

    def __init__(self, data: Any, rule: Rule) -> None:
        super().__init__(data)
        self.rule = rule

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name in ("earlier", "later"):
            version = self.rule.on(cleaned[name]).version if cleaned.get(name) else None
            if name in cleaned and (version is None or not version.text):
                self.add_error(name, _("On this day there is no preserved text to compare."))
        return cleaned

    def pair(self) -> tuple[RuleVersion, RuleVersion]:
        on = self.rule.on
        return on(self.cleaned_data["earlier"]).version, on(self.cleaned_data["later"]).version


class RuleTextField(forms.CharField):
    """A rule typed as plain lines; what comes out is the structured text."""

    widget = forms.Textarea

    def clean(self, value: str) -> Text:
        written = super().clean(value)
        try:
            text = parse(written)
        except Unreadable as error:
            raise ValidationError(
                _("Line %(line)s cannot be read: “%(words)s”. Every article begins with 第1条, 第2条 …")
                % {"line": error.line, "words": error.words[:40]}
            ) from error
        if not text.articles:
            raise ValidationError(_("Please write at least one article (第1条)."))
        return text


class ProposeRuleForm(forms.Form):
    """A new room rule as its proposer words it."""

    title = forms.CharField(label=_("Title"), max_length=120)
    slug = forms.SlugField(
        label=_("Address"),
        max_length=80,
        help_text=_("Latin letters, figures and hyphens; the rule can later be read under this address."),
    )
    text = RuleTextField(
        label=_("Text"),
        help_text=_(
            "Put the caption in brackets on a line of its own, begin articles with 第1条, "
            "further paragraphs with 2, items with (1). Write ○ where the committee must fill in a number."
        ),
    )
    reason = forms.CharField(label=_("Why this rule is needed"), widget=forms.Textarea, min_length=10)

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        if Rule.objects.filter(slug=slug).exists():
            raise ValidationError(_("Another rule already has this address."))
        return slug


class DecisionForm(forms.Form):
    """From which day a decision holds and what it rests on: a resolution, or the mayor's decision."""

    effective_from = forms.DateField(label=_("In force from"), widget=DayInput, input_formats=["%Y-%m-%d"])

    def __init__(self, data: Any, rule: Rule, resolutions: Any) -> None:
        super().__init__(data)
        if rule.is_room_rule:
            self.fields["resolution"] = forms.ModelChoiceField(
                queryset=resolutions,
                label=_("Resolution this rests on"),
                empty_label=None,
                widget=forms.RadioSelect,
            )
            self.fields |= self._number_fields(rule)
        else:
            self.fields["reference"] = forms.CharField(label=_("Number of the decision"), max_length=120)

    @staticmethod
    def _number_fields(rule: Rule) -> dict[str, forms.Field]:
        return {
            name: forms.IntegerField(
                label=label,
                required=False,
                min_value=1,
                max_value=3650,
                help_text=_("Only if the text fixes it: the portal uses this number from the first day on."),
            )
            for name, label in _numbers_of(rule).items()
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        fixed = {name: cleaned.pop(name, None) for name in NUMBERS | VIOLATION_NUMBERS}
        cleaned["numbers"] = {name: number for name, number in fixed.items() if number}
        return cleaned


def _numbers_of(rule: Rule) -> dict[str, Any]:
    """Which numbers a rule may fix: those about violations only where it speaks of objections."""
    text = rule.draft_text or (rule.latest.main_provision if rule.latest else None)
    return NUMBERS | VIOLATION_NUMBERS if text and OBJECTION in text.plain() else NUMBERS


class AbolishForm(DecisionForm):
    """Why a rule ends, and on which day it stops binding."""

    reason = forms.CharField(label=_("Why it is abolished"), widget=forms.Textarea, min_length=10)
    field_order = ["reason", "effective_from"]

    def __init__(self, data: Any, rule: Rule, resolutions: Any) -> None:
        super().__init__(data, rule, resolutions)
        for name in NUMBERS | VIOLATION_NUMBERS:
            self.fields.pop(name, None)
        self.fields["effective_from"].label = _("Abolished as of")
        self.fields["effective_from"].help_text = _("The rule binds until the day before.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned.pop("numbers")
        if "effective_from" in cleaned:
            cleaned["ends_on"] = cleaned.pop("effective_from")
        return cleaned
