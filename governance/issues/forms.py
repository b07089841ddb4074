"""Shapes of an issue and of what became of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.models import Room
from governance.meetings.lifecycle import PUBLIC_MEETINGS
from governance.meetings.models import Meeting
from governance.resolutions.models import Resolution
from residents.models import Body


class IssueForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=120)
    about = forms.CharField(
        label=_("What the matter is"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5})
    )
    is_closed = forms.BooleanField(label=_("Only the committee and its secretariat read it"), required=False)
    closing_ground = forms.CharField(
        label=_("Why only the committee reads it"),
        help_text=_("Needed only then. The register is public in principle."),
        max_length=300,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        data["is_public"] = not data.pop("is_closed", False)
        if data["is_public"]:
            data["closing_ground"] = ""
        elif not data.get("closing_ground", "").strip():
            self.add_error("closing_ground", _("Say why only the committee reads it."))
        return data


class DiscussForm(forms.Form):
    meeting = forms.ModelChoiceField(label=_("Meeting"), queryset=None, required=False)
    room = forms.ModelChoiceField(
        label=_("Conference room"),
        help_text=_("Where it was talked about: a meeting, a room, or both."),
        queryset=None,
        required=False,
    )
    discussion = forms.CharField(
        label=_("What was said"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5})
    )

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = Meeting.objects.filter(body=body, status__in=PUBLIC_MEETINGS)
        self.fields["room"].queryset = Room.objects.published().filter(visibility="public").order_by("title")

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("meeting") is None and data.get("room") is None and not self.errors:
            self.add_error("meeting", _("Name the meeting or the room in which it was talked about."))
        return data


class DecideForm(forms.Form):
    resolution = forms.ModelChoiceField(
        label=_("Resolution"),
        help_text=_("Only where the committee passed one."),
        queryset=None,
        required=False,
    )
    decision = forms.CharField(
        label=_("What was decided"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        adopted = Resolution.objects.adopted().of_body(body).select_related("term", "body")
        self.fields["resolution"].queryset = adopted


class FinishForm(forms.Form):
    outcome = forms.CharField(
        label=_("What was done"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4})
    )


class ReopenForm(forms.Form):
    reason = forms.CharField(
        label=_("Why it is raised again"),
        help_text=_("What was done stays in the history of the issue."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
