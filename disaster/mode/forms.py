"""What the officer fills in before the mode changes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from .models import DisasterKind, EvacuationLevel

SALT = "disaster.mode.confirmation"
TEN_MINUTES = 600


class GroundForm(forms.Form):
    """On what ground the mode changes; every switch needs one."""

    ground = forms.CharField(
        label=_("Ground"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "For example: magnitude and place, the warning in force, the decision of the headquarters."
        ),
    )


class PrepareForm(GroundForm):
    """Which disaster, and where."""

    kind = forms.ChoiceField(label=_("Type of disaster"), choices=[("", "—"), *DisasterKind.choices])
    area = forms.CharField(
        label=_("Area of the disaster"),
        max_length=120,
        help_text=_("For example: the whole city, or the names of districts."),
    )

    field_order = ["kind", "area", "level", "ground"]


class SituationForm(PrepareForm):
    """Also what the mayor has ordered. A level of the weather service is not an order of the mayor."""

    level = forms.TypedChoiceField(
        label=_("Evacuation information ordered by the mayor"),
        choices=[("", _("None ordered")), *EvacuationLevel.choices],
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("Only what the mayor has ordered. A warning of the weather service is not an order."),
    )

    def confirmation(self) -> str:
        """A seal of what was entered, for the second step."""
        return signing.dumps(self.cleaned_data, salt=SALT)

    def is_confirmed(self) -> bool:
        """The second step confirms exactly what the first one showed, within ten minutes."""
        try:
            shown = signing.loads(self.data.get("confirmation", ""), salt=SALT, max_age=TEN_MINUTES)
        except signing.BadSignature:
            return False
        return bool(shown == self.cleaned_data)


class StartDrillForm(PrepareForm):
    """A drill may switch the front page too, to rehearse the real thing."""

    switches_front = forms.BooleanField(
        label=_("Show the light page in place of the front page during the drill"),
        required=False,
        help_text=_("Visitors then see 【Drill】 at the top. Announce the drill beforehand."),
    )


class ReportForm(forms.Form):
    """The report on how it went."""

    timeline = forms.CharField(label=_("Course of events"), widget=forms.Textarea(attrs={"rows": 6}))
    reports_handled = forms.CharField(label=_("Reports handled"), widget=forms.Textarea(attrs={"rows": 4}))
    faults = forms.CharField(label=_("What went wrong"), widget=forms.Textarea(attrs={"rows": 4}))
    lessons = forms.CharField(label=_("Lessons"), widget=forms.Textarea(attrs={"rows": 4}))


VERB_FORMS: dict[str, type[forms.Form]] = {
    "prepare": PrepareForm,
    "call_off": GroundForm,
    "activate": SituationForm,
    "change": SituationForm,
    "stand_down": GroundForm,
    "deactivate": GroundForm,
    "adopt_report": ReportForm,
    "start_drill": StartDrillForm,
    "end_drill": GroundForm,
}


def initial(verb: str, mode: Any) -> dict[str, Any]:
    """What is true now stands in the form of a change or an escalation."""
    if verb in {"change", "activate"} and not mode.is_drill:
        return {"kind": mode.kind, "area": mode.area, "level": mode.level}
    return {}
