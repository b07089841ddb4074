"""Shapes of a theme as it is raised, screened, chosen and given a room."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.resolutions.models import Resolution
from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.models import Body
from residents.roles.holdings import holds

from .lifecycle import Destination, Origin, Source


class ThemeForm(forms.Form):
    """What anybody writes; units and the secretariat also say how it arrived."""

    title = forms.CharField(label=_("Theme in one line"), max_length=80)
    description = forms.CharField(
        label=_("What should be discussed, and why"),
        help_text=_("Matters of city affairs. Please leave out names of other people."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    origin = forms.ChoiceField(label=_("Who raises it"), choices=Origin.choices, required=False)
    source = forms.ChoiceField(label=_("How it arrived"), choices=Source.choices, required=False)
    supporters = forms.IntegerField(label=_("How many people asked for it"), min_value=1, required=False)
    contact = forms.CharField(
        label=_("How we can reach the raiser"),
        help_text=_(
            "Address or telephone, if you like. It is kept sealed and only used to tell the outcome."
        ),
        max_length=200,
        required=False,
    )

    def __init__(self, *args, by: Acting, **kwargs):
        super().__init__(*args, **kwargs)
        if not (by.body is not None and by.body.kind == Body.Kind.UNIT):
            del self.fields["origin"]
        if not holds(by, "committee.secretariat"):
            del self.fields["source"], self.fields["supporters"]
            if not by.is_guest:
                del self.fields["contact"]

    def clean(self) -> dict:
        data = super().clean()
        data["origin"] = data.get("origin") or Origin.CITIZEN
        data["source"] = data.get("source") or Source.ONLINE
        data["contact"] = data.get("contact", "")
        data["supporters"] = data.get("supporters") or 1
        return data


class AnswerForm(forms.Form):
    reason = forms.CharField(
        label=_("Answer to the raiser"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4})
    )


class RedirectForm(AnswerForm):
    """Where the theme goes; a section of the city hall is told."""

    destination = forms.ChoiceField(
        label=_("Passed on to"), choices=Destination.choices, widget=forms.RadioSelect
    )
    passed_on_to = forms.ModelChoiceField(
        label=_("Section that gives advice"), queryset=Body.objects.none(), required=False
    )
    field_order = ["destination", "passed_on_to", "reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["passed_on_to"].queryset = units_today()

    def clean(self) -> dict:
        data = super().clean()
        if data.get("destination") == Destination.CONSULTATION and not data.get("passed_on_to"):
            self.add_error("passed_on_to", _("Please name the section."))
        return data


class ResolutionForm(forms.Form):
    """The resolution an act of the committee rests on; only those that name the matter are offered."""

    resolution = forms.ModelChoiceField(
        label=_("Resolution"),
        queryset=Resolution.objects.none(),
        help_text=_("Resolutions of the committee that name the title in quotation marks."),
    )

    def __init__(self, *args, by: Acting, about: str, **kwargs):
        super().__init__(*args, **kwargs)
        adopted = Resolution.objects.adopted().select_related("term", "body")
        named = Q(title__contains=about) | Q(text__contains=about)
        self.fields["resolution"].queryset = (
            adopted.of_body(by.body).filter(named) if by.body else adopted.none()
        )


class DecisionForm(ResolutionForm):
    """A decision about a theme, and the reason its raiser reads."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The raiser and everybody else can read it."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def units_today():
    """The units of the city hall that exist today."""
    return Body.objects.on(clock.today()).units().order_by("name")
