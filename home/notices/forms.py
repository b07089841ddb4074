"""The shape of what editors and publishers enter; strangers to the verbs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.rich_text import RichText

from portal.foundation import clock
from residents.models import Body

from .lifecycle import Channel
from .permissions import drafting_hats

USUAL_PERIOD = timedelta(days=30)


class NoticeForm(WagtailAdminPageForm):
    """The editor's one screen. Department and contact come from the account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        notice = kwargs.get("instance")
        if notice is not None and notice.pk is None and not notice.body:
            notice.body = [("text", RichText(""))]  # something to write into at once
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self._settle("channel", "department")
        elif self.for_user is not None:
            self._prefill(self.for_user)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _("Empty: chosen automatically.")

    def _settle(self, *names: str) -> None:
        """Who speaks in which channel is fixed once the notice has begun."""
        for name in names:
            if name in self.fields:
                self.fields[name].disabled = True

    def _prefill(self, person: Any) -> None:
        hats = {channel: drafting_hats(person, channel) for channel in Channel}
        channels = [channel for channel in Channel if hats[channel]]
        bodies = {hat.body.pk: hat.body for held in hats.values() for hat in held}
        if "channel" in self.fields:
            self.fields["channel"].choices = [(c.value, c.label) for c in channels]
            self.initial.setdefault("channel", channels[0].value if channels else "")
            self.initial["channel"] = self.initial["channel"] or (channels[0].value if channels else "")
        if "department" in self.fields:
            self.fields["department"].queryset = Body.objects.filter(pk__in=bodies)
            self.fields["department"].required = True
            self.fields["department"].empty_label = None
        self.initial["expires_on"] = self.initial.get("expires_on") or clock.today() + USUAL_PERIOD
        first = next(iter(bodies.values()), None)
        if first is not None:
            self.initial["department"] = self.initial.get("department") or first.pk
            self.initial["contact"] = self.initial.get("contact") or contact_of(first)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        channel, department = cleaned.get("channel"), cleaned.get("department")
        if self.instance.pk or not channel or not department or self.for_user is None:
            return cleaned
        if department not in [hat.body for hat in drafting_hats(self.for_user, channel)]:
            self.add_error("channel", _("This department does not speak in this channel."))
        if not cleaned.get("contact"):
            cleaned["contact"] = contact_of(department)
        return cleaned


def contact_of(body: Body) -> str:
    """The line under a notice that says whom to ask."""
    return f"{body.name} {body.phone}".strip()


class ReasonForm(forms.Form):
    """Why a notice is sent back or withdrawn; those affected read it."""

    reason = forms.CharField(
        label=_("Reason"), min_length=5, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class ApprovalForm(forms.Form):
    """Approving names the words that were read."""

    seen = forms.CharField(widget=forms.HiddenInput)


class CorrectionForm(ApprovalForm):
    """The line everybody reads beside the corrected words."""

    line = forms.CharField(
        label=_("What was corrected"),
        help_text=_("Shown on the notice, for example: the date was wrong; 12 May is right."),
        min_length=5,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
