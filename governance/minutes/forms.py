"""Shapes of a wording of the minutes and of what a member wants corrected."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.meetings.models import Meeting


class MinutesForm(forms.Form):
    text = forms.CharField(
        label=_("Minutes"),
        help_text=_("The full text, for the committee."),
        widget=forms.Textarea(attrs={"rows": 14}),
    )
    public_text = forms.CharField(
        label=_("Text for the public"),
        help_text=_("What everybody may read. Leave it empty where the full text may be published as it is."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not meeting.is_open:
            self.fields["public_text"].help_text = _(
                "The meeting was closed: its full text is never published. Say here what was decided."
            )


class CorrectMinutesForm(MinutesForm):
    reason = forms.CharField(
        label=_("What is corrected, and why"),
        help_text=_("Everybody can read this beside the corrected text."),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AskCorrectionForm(forms.Form):
    note = forms.CharField(
        label=_("What is to be corrected"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
