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
RESERVED = frozenset({"propose", "numbers", "comments"})
"""Addresses that are pages of their own."""


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
        if slug in RESERVED or Rule.objects.filter(slug=slug).exists():
            raise ValidationError(_("Another rule already has this address."))
        return slug


class ProposeDelegatedForm(ProposeRuleForm):
    """What the mayor lays down in detail: the article that leaves it to the mayor is named."""

    delegating_provision = forms.ChoiceField(label=_("Article it rests on"))
    field_order = ["delegating_provision", "title", "slug", "text", "reason"]

    def __init__(self, data: Any, parent: Rule) -> None:
        super().__init__(data)
        version = parent.on().version
        text = version.main_provision if version else None
        self.fields["delegating_provision"].choices = [
            (article.id, f"{article.label} {article.caption}".strip())
            for article in (text.articles if text else ())
        ]


class WithdrawRuleForm(forms.Form):
    """Why a draft is taken back, for those who read it."""

    reason = forms.CharField(label=_("Why it is withdrawn"), required=False, max_length=300)

    def __init__(self, data: Any, rule: Rule, resolutions: Any) -> None:
        super().__init__(data)
