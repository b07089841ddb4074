"""Shapes of a planned or changed sitting, of what is recorded of it, and of a reason."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.models import Room
from governance.committees.models import CommitteeTerm
from portal.foundation import clock
from residents.models import Body

from .lifecycle import MeetingMode
from .models import Meeting

MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
FIELDS = ("title", "starts_at", "ends_at", "mode", "place", "agenda", "closing_ground")


class MeetingForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=120)
    starts_at = forms.DateTimeField(label=_("Begins"), widget=MOMENT)
    ends_at = forms.DateTimeField(label=_("Ends"), widget=MOMENT)
    mode = forms.ChoiceField(
        label=_("How it is held"),
        choices=MeetingMode.choices,
        required=False,
        initial=MeetingMode.OFFLINE,
        widget=forms.RadioSelect,
    )
    room = forms.ModelChoiceField(
        label=_("Conference room"),
        help_text=_("Only for a meeting in a room of this site: a room that everybody can read."),
        queryset=Room.objects.none(),
        required=False,
    )
    place = forms.CharField(
        label=_("Place"), help_text=_("Not needed for a meeting in a room."), max_length=200, required=False
    )
    agenda = forms.CharField(label=_("Agenda"), widget=forms.Textarea(attrs={"rows": 5}))
    is_closed = forms.BooleanField(label=_("Closed to the public"), required=False)
    closing_ground = forms.CharField(
        label=_("Why it is closed"),
        help_text=_(
            "Meetings are open in principle. A closed meeting needs a ground, and the ground is public."
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["room"].queryset = Room.objects.published().filter(visibility="public").order_by("title")

    def clean(self) -> dict:
        """A closed meeting names its ground; the end comes after the beginning; a room or a place is named."""
        data = super().clean()
        if data.get("is_closed") and not data.get("closing_ground", "").strip():
            self.add_error("closing_ground", _("A closed meeting needs a stated ground."))
        starts_at, ends_at = data.get("starts_at"), data.get("ends_at")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", _("The end has to come after the beginning."))
        data["is_open"] = not data.pop("is_closed", False)
        if data["is_open"]:
            data["closing_ground"] = ""
        self._say_where(data)
        return data

    def _say_where(self, data: dict) -> None:
        data["mode"] = data.get("mode") or MeetingMode.OFFLINE
        if data["mode"] == MeetingMode.ONLINE:
            if data.get("room") is None:
                self.add_error("room", _("Choose the room the meeting is held in."))
            else:
                data["place"] = data.get("place") or data["room"].title
        else:
            data["room"] = None
            if not data.get("place"):
                self.add_error("place", _("Say where the meeting is held."))


class PlanForm(MeetingForm):
    """With the term it belongs to, where the next one has been opened already."""

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        terms = CommitteeTerm.objects.filter(body=body, ends_on__gte=clock.today()).order_by("number")
        found = list(terms)
        if len(found) > 1:
            term = forms.ModelChoiceField(
                label=_("Term"), queryset=terms, initial=found[0], required=False, empty_label=None
            )
            self.fields = {"term": term, **self.fields}
        self.first_term = found[0] if found else None

    def clean(self) -> dict:
        data = super().clean()
        data["term"] = data.get("term") or self.first_term
        return data


class ReviseForm(MeetingForm):
    """The whole announcement anew, and why."""

    reason = forms.CharField(
        label=_("What changes, and why"),
        help_text=_("Members and everybody who reads the page are told this."),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def as_planned(meeting: Meeting) -> dict[str, Any]:
    """What the form shows of a meeting that is planned or announced already."""
    shown = {name: getattr(meeting, name) for name in FIELDS}
    return {**shown, "room": meeting.room_id, "is_closed": not meeting.is_open}


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=600, widget=forms.Textarea(attrs={"rows": 3}))


class AttendanceForm(forms.Form):
    """The members of today who are not registered as present yet."""

    def __init__(self, *args: Any, people: list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["members"] = forms.TypedMultipleChoiceField(
            label=_("Members who are present"),
            choices=[(person.pk, str(person)) for person in people],
            coerce=lambda pk: {str(person.pk): person for person in people}[str(pk)],
            widget=forms.CheckboxSelectMultiple,
        )


class HeadForm(forms.Form):
    observers = forms.IntegerField(
        label=_("Number of observers"), min_value=0, max_value=9999, required=False
    )
    materials = forms.CharField(
        label=_("Materials"),
        help_text=_("One paper to a line."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
