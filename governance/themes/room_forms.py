"""Shapes of what the committee decides about the room of a theme."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.facilitators.models import FacilitatorAssignment
from communities.facilitators.models import Source as FacilitatorSource
from communities.facilitators.permissions import is_not_named_yet, is_sent_under
from communities.models import Forum, Room, Summary
from governance.rules.forms import DayInput
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied
from residents.accounts.person_field import PersonField
from residents.models import Body, Contract, User

from .forms import DecisionForm, ResolutionForm, units_today
from .nominees import Nominee


class ExtendForm(ResolutionForm):
    closes_on = forms.DateField(label=_("Discussion until"), widget=DayInput, input_formats=["%Y-%m-%d"])

    def __init__(self, *args, until: date | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.until = until

    def clean_closes_on(self) -> date:
        return _later(self.cleaned_data["closes_on"], self.until)


class SummaryForm(ResolutionForm):
    """Which of the posted summaries the committee adopts."""

    summary = forms.ModelChoiceField(
        label=_("Summary"), queryset=Summary.objects.none(), empty_label=None, widget=forms.RadioSelect
    )

    def __init__(self, *args, room: Room, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["summary"].queryset = Summary.objects.in_room(room).posted()


class ObjectionForm(DecisionForm):
    """What becomes of a room whose opener objects to the closing."""

    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=[("stays_open", _("The room goes on")), ("closes", _("The room is closed"))],
        widget=forms.RadioSelect,
    )

    def clean(self) -> dict:
        data = super().clean()
        data["stays_open"] = data.pop("outcome", "") == "stays_open"
        return data


class RoomRuleForm(DecisionForm):
    """Whether the rule a facilitator proposed becomes the rule of the room."""

    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=[("approved", _("The proposed rule holds")), ("refused", _("The room keeps its rule"))],
        widget=forms.RadioSelect,
    )
    field_order = ["outcome", "resolution", "reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = _("The facilitator and everybody who reads the room can read it.")

    def clean(self) -> dict:
        data = super().clean()
        data["is_approved"] = data.pop("outcome", "") == "approved"
        return data


class FacilitatorForm(ResolutionForm):
    """Who chairs, and where the person comes from (第14条)."""

    facilitator = PersonField(label=_("Facilitator"))
    facilitator_source = forms.ChoiceField(
        label=_("Where the facilitator comes from"),
        choices=[
            (FacilitatorSource.COMMITTEE_MEMBER, FacilitatorSource.COMMITTEE_MEMBER.label),
            (FacilitatorSource.DISPATCHED, FacilitatorSource.DISPATCHED.label),
            (FacilitatorSource.OTHER, FacilitatorSource.OTHER.label),
        ],
    )
    dispatched_by = forms.ModelChoiceField(
        label=_("Organisation that sends the facilitator"),
        queryset=Body.objects.filter(kind=Body.Kind.ORGANISATION),
        required=False,
    )
    contract = forms.ModelChoiceField(
        label=_("Contract under which the facilitator is sent"),
        queryset=Contract.objects.none(),
        required=False,
        help_text=_("The office ends with the contract, unless the contract of the next year has begun."),
    )

    def __init__(self, *args, by: Acting, **kwargs):
        super().__init__(*args, by=by, **kwargs)
        self.committee = by.body
        self.fields["contract"].queryset = Contract.objects.sends_people(clock.today())

    def clean(self) -> dict:
        data = super().clean()
        source, person = data.get("facilitator_source"), data.get("facilitator")
        if source == FacilitatorSource.COMMITTEE_MEMBER and person:
            if not self.committee.members_on().filter(pk=person.pk).exists():
                self.add_error("facilitator_source", _("This person is not a member of the committee today."))
        if source == FacilitatorSource.DISPATCHED and person and not data.get("dispatched_by"):
            self.add_error("dispatched_by", _("Please name the organisation."))
        sent = is_sent_under(data.get("contract"), data.get("dispatched_by"))
        if source == FacilitatorSource.DISPATCHED and isinstance(sent, Denied):
            self.add_error("contract", sent.reason)
        return data

    @staticmethod
    def nominee(
        facilitator: User | None,
        facilitator_source: str,
        dispatched_by: Body | None,
        contract: Contract | None,
    ) -> Nominee | None:
        """The person with where they come from; an organisation only where it sends them."""
        if facilitator is None:
            return None
        if facilitator_source != FacilitatorSource.DISPATCHED:
            return Nominee(facilitator, facilitator_source)
        return Nominee(facilitator, facilitator_source, dispatched_by, contract)


class ChangeFacilitatorForm(FacilitatorForm):
    """Another facilitator, the end of an office, or both at once."""

    replaced = forms.ModelChoiceField(
        label=_("Whose office ends"), queryset=FacilitatorAssignment.objects.none(), required=False
    )
    reason = forms.CharField(label=_("Reason"), max_length=500, required=False)
    field_order = ["resolution", "replaced", "reason", "facilitator"]

    def __init__(self, *args, room: Room, **kwargs):
        super().__init__(*args, **kwargs)
        self.room = room
        self.fields["facilitator"].required = False
        self.fields["facilitator_source"].required = False
        in_hand = room.facilitators.in_hand().select_related("person", "forum")
        self.fields["replaced"].queryset = in_hand
        self.fields["replaced"].label_from_instance = lambda one: one.person.display_name

    def clean(self) -> dict:
        data = super().clean()
        person, replaced = data.get("facilitator"), data.get("replaced")
        if person is None and replaced is None and not self.errors:
            self.add_error(None, _("Name a facilitator, or say whose office ends."))
        if person is not None and not data.get("facilitator_source"):
            self.add_error("facilitator_source", _("Please say where the person comes from."))
        if person is not None and not (replaced is not None and replaced.person_id == person.pk):
            answer = is_not_named_yet(self.room, person)
            if isinstance(answer, Denied):
                self.add_error("facilitator", answer.reason)
        if replaced is not None and not data.get("reason"):
            self.add_error("reason", _("Please say why."))
        return data


class RoomForm(FacilitatorForm):
    """The room: its address, what it is about, who answers for it, and until when it lasts."""

    slug = forms.SlugField(
        label=_("Address of the room"), help_text=_("Small letters, digits and hyphens."), max_length=60
    )
    question = forms.CharField(
        label=_("What is decided"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    decider = forms.CharField(label=_("Who decides"), max_length=120)
    decided_when = forms.CharField(label=_("By when it is decided"), max_length=120)
    still_open = forms.CharField(
        label=_("What can still change"),
        help_text=_("What the discussion can influence, and what is settled already."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    related_body = forms.ModelChoiceField(label=_("Section concerned"), queryset=Body.objects.none())
    closes_on = forms.DateField(label=_("Discussion until"), widget=DayInput, input_formats=["%Y-%m-%d"])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["related_body"].queryset = units_today()

    def clean_slug(self) -> str:
        if Forum.objects.filter(slug=self.cleaned_data["slug"]).exists():
            raise forms.ValidationError(_("This address is already taken."))
        return self.cleaned_data["slug"]

    def clean_closes_on(self) -> date:
        return _later(self.cleaned_data["closes_on"], None)


def _later(day: date, until: date | None) -> date:
    """A last day lies ahead; an extension lies beyond the last day there was."""
    if day <= clock.today():
        raise forms.ValidationError(_("Please choose a day after today."))
    if until is not None and day <= until:
        raise forms.ValidationError(_("Please choose a day after the present last day."))
    return day
