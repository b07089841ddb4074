"""Shapes of a theme as it is raised, screened, chosen and given a room."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.facilitators.models import Source as FacilitatorSource
from communities.models import Room
from governance.resolutions.models import Resolution
from portal.foundation.acting import Acting
from residents.accounts.person_field import PersonField
from residents.models import Body
from residents.roles.holdings import holds

from .lifecycle import Origin, Source


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

    def __init__(self, *args, by: Acting, **kwargs):
        super().__init__(*args, **kwargs)
        if not (by.body is not None and by.body.kind == Body.Kind.UNIT):
            del self.fields["origin"]
        if not holds(by, "committee.secretariat"):
            del self.fields["source"], self.fields["supporters"]

    def clean(self) -> dict:
        data = super().clean()
        data["origin"] = data.get("origin") or Origin.CITIZEN
        data["source"] = data.get("source") or Source.ONLINE
        data["supporters"] = data.get("supporters") or 1
        return data


class AnswerForm(forms.Form):
    reason = forms.CharField(
        label=_("Answer to the raiser"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4})
    )


class ResolutionForm(forms.Form):
    """The resolution an act of the committee rests on."""

    resolution = forms.ModelChoiceField(label=_("Resolution"), queryset=Resolution.objects.none())

    def __init__(self, *args, by: Acting, **kwargs):
        super().__init__(*args, **kwargs)
        adopted = Resolution.objects.adopted().select_related("term", "body")
        self.fields["resolution"].queryset = adopted.of_body(by.body) if by.body else adopted.none()


class CloseRoomForm(ResolutionForm):
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}))


class RoomForm(ResolutionForm):
    slug = forms.SlugField(
        label=_("Address of the room"), help_text=_("Small letters, digits and hyphens."), max_length=60
    )
    facilitator = PersonField(label=_("Facilitator"))
    facilitator_source = forms.ChoiceField(
        label=_("Where the facilitator comes from"),
        choices=[choice for choice in FacilitatorSource.choices if choice[0] != FacilitatorSource.OPENER],
    )
    dispatched_by = forms.ModelChoiceField(
        label=_("Organisation that sends the facilitator"),
        queryset=Body.objects.filter(kind=Body.Kind.ORGANISATION),
        required=False,
    )
    related_body = forms.ModelChoiceField(
        label=_("Related unit of the city hall"), queryset=Body.objects.units(), required=False
    )
    closes_on = forms.DateField(
        label=_("Discussion until"), widget=forms.DateInput(attrs={"type": "date"}), required=False
    )

    def __init__(self, *args, by: Acting, **kwargs):
        super().__init__(*args, by=by, **kwargs)
        self.committee = by.body

    def clean(self) -> dict:
        data = super().clean()
        if data.get("facilitator_source") == FacilitatorSource.COMMITTEE_MEMBER and data.get("facilitator"):
            if not self.committee.members_on().filter(pk=data["facilitator"].pk).exists():
                self.add_error("facilitator_source", _("This person is not a member of the committee today."))
        if data.get("facilitator_source") == FacilitatorSource.DISPATCHED and not data.get("dispatched_by"):
            self.add_error("dispatched_by", _("Please name the organisation."))
        if data.get("slug") and Room.objects.filter(slug=data["slug"]).exists():
            self.add_error("slug", _("This address is already taken."))
        return data
