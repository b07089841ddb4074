"""Shapes of what applicants hand in, themselves or on paper."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.recruitments.asked_items import Item
from residents.models import CityConnection

from .lifecycle import AgeBand, Gender, LocalActivity

NOT_STATED = ("", _("I would rather not say"))


class ApplicationForm(forms.Form):
    """第11条 and 第12条: what an applicant confirms and hands in; the items of this call stand after the motives."""

    connection = forms.ChoiceField(
        label=_("Your connection to the city"), choices=CityConnection.Kind.choices, widget=forms.RadioSelect
    )
    uses_internet = forms.BooleanField(label=_("I can read web pages and send and receive e-mail."))
    motives = forms.CharField(
        label=_("Why you apply"),
        help_text=_("Read only by the selection committee, the secretariat and the mayor."),
        max_length=1200,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    age_band = forms.ChoiceField(
        label=_("Age band"),
        help_text=_(
            "This and the next three are voluntary. They serve only to keep a balance among the members."
        ),
        choices=[NOT_STATED, *AgeBand.choices],
        required=False,
    )
    gender = forms.ChoiceField(label=_("Gender"), choices=[NOT_STATED, *Gender.choices], required=False)
    area = forms.CharField(label=_("Area of the city you live in or go to"), max_length=40, required=False)
    local_activity = forms.ChoiceField(
        label=_("Local activities"), choices=[NOT_STATED, *LocalActivity.choices], required=False
    )

    field_order: Iterable[str] | None = ("connection", "uses_internet", "motives")

    def __init__(self, *args: Any, items: Sequence[Item] = (), is_draft: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for index, item in enumerate(items):
            self.fields[f"item_{index}"] = forms.CharField(
                label=item["label"],
                max_length=item["limit"],
                required=item["required"],
                widget=forms.Textarea(attrs={"rows": 4}),
            )
        names = [f"item_{index}" for index in range(len(items))]
        self.order_fields([*(self.field_order or ()), *names])
        if is_draft:
            for field in self.fields.values():
                field.required = False

    def clean(self) -> dict[str, Any]:
        """The answers to the items, under their own words."""
        data = super().clean() or {}
        answers = {item["label"]: data.pop(f"item_{index}", "") for index, item in enumerate(self.items)}
        return {**data, "answers": {label: words for label, words in answers.items() if words}}


def begun(words: dict[str, Any], answers: dict[str, str], items: Sequence[Item]) -> dict[str, Any]:
    """What a draft already says, as the form shows it again."""
    return {**words, **{f"item_{index}": answers.get(item["label"], "") for index, item in enumerate(items)}}


class SupplementRequestForm(forms.Form):
    request = forms.CharField(
        label=_("What is missing or unclear"),
        help_text=_(
            "The applicant is told by mail that something is asked for, and reads these words on the page."
        ),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SupplementForm(forms.Form):
    reply = forms.CharField(label=_("Your reply"), max_length=1200, widget=forms.Textarea(attrs={"rows": 6}))


class NominationForm(forms.Form):
    """Whom the secretariat puts forward where nobody applied."""

    display_name = forms.CharField(label=_("Name of the nominee"), max_length=40)
    email = forms.EmailField(label=_("E-mail address of the nominee"))
    connection = forms.ChoiceField(label=_("Connection to the city"), choices=CityConnection.Kind.choices)
    reason = forms.CharField(
        label=_("Why this person"), max_length=1200, widget=forms.Textarea(attrs={"rows": 4})
    )


class PaperApplicationForm(ApplicationForm):
    """What the secretariat types in from a sheet of paper."""

    received_on = forms.DateField(
        label=_("Day the paper arrived"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    email = forms.EmailField(
        label=_("E-mail address of the applicant"),
        help_text=_("Without an account yet, one is opened under this address; the applicant is told."),
    )
    display_name = forms.CharField(label=_("Name of the applicant"), max_length=40)
    field_order = ("received_on", "display_name", "email", "connection", "uses_internet", "motives")

    def __init__(self, *args: Any, items: Sequence[Item] = (), **kwargs: Any) -> None:
        """A sheet of paper may lack an item: it is entered as it came, and the applicant is asked for the rest."""
        super().__init__(*args, items=[{**item, "required": False} for item in items], **kwargs)
