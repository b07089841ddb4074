"""Shapes of a planned or changed event, of who came, and of a report."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communities.models import Room

from .models import CommitteeEvent, EventKind

MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
FIELDS = ("title", "about", "starts_at", "ends_at", "place", "takes_sign_ups", "capacity", "sign_up_until")


class EventForm(forms.Form):
    kind = forms.ModelChoiceField(label=_("Kind of event"), queryset=EventKind.objects.all(), required=False)
    new_kind = forms.CharField(
        label=_("Another kind"),
        help_text=_("Only if none of the kinds above fits; it can be chosen from then on."),
        max_length=60,
        required=False,
    )
    title = forms.CharField(label=_("Title"), max_length=120)
    about = forms.CharField(
        label=_("What it is about, and for whom"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
    starts_at = forms.DateTimeField(label=_("Begins"), widget=MOMENT)
    ends_at = forms.DateTimeField(label=_("Ends"), widget=MOMENT)
    place = forms.CharField(label=_("Place"), max_length=200)
    room = forms.ModelChoiceField(
        label=_("Conference room it belongs to"),
        help_text=_("Those who follow the room are told of the event."),
        queryset=Room.objects.none(),
        required=False,
    )
    takes_sign_ups = forms.BooleanField(
        label=_("People sign up on this site"),
        help_text=_("Only the name is asked; the list is deleted with the report."),
        required=False,
    )
    capacity = forms.IntegerField(
        label=_("Places"),
        help_text=_("Leave empty if there are enough."),
        min_value=1,
        max_value=9999,
        required=False,
    )
    sign_up_until = forms.DateField(
        label=_("Sign up until"),
        help_text=_("Leave empty for the day of the event."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["room"].queryset = Room.objects.published().filter(visibility="public").order_by("title")

    def clean(self) -> dict[str, Any]:
        """One kind; an end after the beginning; places only where people sign up, in time."""
        data = super().clean()
        chosen, new = data.pop("kind", None), data.pop("new_kind", "").strip()
        data["kind"] = new or (chosen.name if chosen else "")
        if not data["kind"]:
            self.add_error("kind", _("Choose a kind, or name another one."))
        starts_at, ends_at = data.get("starts_at"), data.get("ends_at")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", _("The end has to come after the beginning."))
        if not data.get("takes_sign_ups"):
            data["capacity"] = data["sign_up_until"] = None
        until = data.get("sign_up_until")
        if until and starts_at and until > timezone.localtime(starts_at).date():
            self.add_error("sign_up_until", _("The last day to sign up is not after the event."))
        return data


class ReviseForm(EventForm):
    """The whole announcement anew, and why."""

    reason = forms.CharField(
        label=_("What changes, and why"),
        help_text=_("Members, those who signed up and those who follow the room are told this."),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class HoldForm(forms.Form):
    """Those who signed up and came, and how many others."""

    present = forms.ModelMultipleChoiceField(
        label=_("Who of those who signed up came"),
        help_text=_("Only the number is kept."),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    others = forms.IntegerField(
        label=_("Others who came"), min_value=0, max_value=99999, required=False, initial=0
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["present"].queryset = people
        self.fields["present"].label_from_instance = lambda person: person.display_name
        if not people.exists():
            del self.fields["present"]

    def clean_others(self) -> int:
        return self.cleaned_data.get("others") or 0


class ReportForm(forms.Form):
    report = forms.CharField(
        label=_("Report"),
        help_text=_("How it was and what was said; everybody can read it. Name nobody who has not agreed."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


def as_planned(event: CommitteeEvent) -> dict[str, Any]:
    """What the form shows of an event that is planned or announced already."""
    shown = {name: getattr(event, name) for name in FIELDS}
    return {**shown, "kind": event.kind_id, "room": event.room_id}
