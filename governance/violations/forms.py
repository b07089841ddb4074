"""The shape of what people write about a case."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from governance.resolutions.lifecycle import Competence
from governance.resolutions.models import Resolution
from portal.foundation.acting import Acting

from .citable import Ban, bans
from .models import ViolationCase


class ProvisionForm(forms.Form):
    """Which sentence of the rules in force is broken."""

    provision = forms.ChoiceField(
        label=_("Which rule does the post break?"),
        help_text=_("The provisions of the room rules in force today."),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bans = {ban.key: ban for ban in bans()}
        self.fields["provision"].choices = [
            (key, f"{ban.label} {ban.words}") for key, ban in self.bans.items()
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "provision" in cleaned:
            cleaned["ban"] = self.bans[cleaned.pop("provision")]
        return cleaned


class ReportForm(ProvisionForm):
    """Two answers, the second voluntary."""

    note = forms.CharField(
        label=_("What the caretakers should know"),
        help_text=_("Only those who work on the case read this; the author of the post does not."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class WordsForm(forms.Form):
    """One text: a reason, a question, a statement."""

    def __init__(
        self, *args: Any, name: str = "reason", label: Any = None, help_text: Any = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields[name] = forms.CharField(
            label=label or _("Reason"),
            help_text=help_text,
            max_length=4000,
            widget=forms.Textarea(attrs={"rows": 6}),
        )


def fitting(by: Acting, case: ViolationCase) -> Any:
    """The adopted resolutions of one's committee about violations, newest first."""
    adopted = Resolution.objects.adopted().select_related("term", "body")
    if by.body is None:
        return adopted.none()
    return adopted.of_body(by.body).about(Competence.VIOLATIONS)


class ClosingForm(WordsForm):
    """The committee closes a case without a sanction; which resolution says so."""

    def __init__(self, *args: Any, by: Acting, case: ViolationCase, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if case.status == "referred":
            self.fields["resolution"] = forms.ModelChoiceField(
                label=_("Resolution"),
                queryset=fitting(by, case),
                help_text=_("It has to name the number of the case."),
            )


class DecisionForm(forms.Form):
    """A measure or sanction: what, for how long, on which ground, why."""

    kind = forms.ChoiceField(label=_("Measure"), widget=forms.RadioSelect)
    days = forms.IntegerField(
        label=_("For how many days"),
        help_text=_("Only where nobody writes or no topic is opened for a time."),
        min_value=1,
        max_value=3650,
        required=False,
    )
    provision = forms.ChoiceField(label=_("Provision it rests on"))
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The person concerned reads this. Say what was found and why this measure is enough."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, case: ViolationCase, kinds: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cited = Ban(case.rule_version, case.provision, case.provision_label, case.provision_words)
        self.bans = {cited.key: cited, **{ban.key: ban for ban in bans()}}
        self.fields["kind"].choices = kinds
        self.fields["provision"].choices = [(k, f"{ban.label} {ban.words}") for k, ban in self.bans.items()]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "provision" in cleaned:
            cleaned["ban"] = self.bans[cleaned.pop("provision")]
        if cleaned.get("kind") in (
            "room_restriction",
            "topic_stop",
            "room_suspension",
            "suspension",
        ) and not cleaned.get("days"):
            self.add_error("days", ValidationError(_("Please say for how many days.")))
        return cleaned


class SanctionForm(DecisionForm):
    """The committee's: with the resolution it rests on."""

    resolution = forms.ModelChoiceField(
        label=_("Resolution"),
        queryset=Resolution.objects.none(),
        help_text=_("It has to name the number of the case."),
    )
    field_order = ["resolution", "kind", "days", "provision", "reason"]

    def __init__(self, *args: Any, by: Acting, case: ViolationCase, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.fields["resolution"].queryset = fitting(by, case)
