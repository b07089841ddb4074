"""Shapes of a motion, of a vote and of stepping back from it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock

from .lifecycle import Choice, Competence, RecusalGround, VoteMethod

MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class MotionForm(forms.Form):
    title = forms.CharField(
        label=_("Title"),
        help_text=_(
            "Name in full the rule, room, theme or proposal it decides; it can rest on it only then."
        ),
        max_length=200,
    )
    text = forms.CharField(label=_("Text of the motion"), widget=forms.Textarea(attrs={"rows": 6}))
    competence = forms.TypedChoiceField(
        label=_("Item of Article 9 it rests on"),
        choices=Competence.choices,
        coerce=lambda v: Competence(int(v)),
    )
    method = forms.ChoiceField(
        label=_("How the members vote"),
        choices=VoteMethod.choices,
        required=False,
        initial=VoteMethod.SHOW_OF_HANDS,
        widget=forms.RadioSelect,
    )
    vote_by = forms.DateTimeField(
        label=_("Votes in writing until"),
        help_text=_("Only for a vote in writing; who votes in writing counts as present for this motion."),
        required=False,
        widget=MOMENT,
    )

    def clean(self) -> dict:
        """In writing there is a deadline, and it is still to come."""
        data = super().clean()
        data["method"] = data.get("method") or VoteMethod.SHOW_OF_HANDS
        if data["method"] != VoteMethod.WRITTEN:
            data["vote_by"] = None
        elif data.get("vote_by") is None or data["vote_by"] <= clock.now():
            self.add_error("vote_by", _("A vote in writing needs a deadline that is still to come."))
        return data


class VoteForm(forms.Form):
    choice = forms.ChoiceField(label=_("Your vote"), choices=Choice.choices, widget=forms.RadioSelect)


class RecuseForm(forms.Form):
    """Members step back themselves; who presides can name others."""

    def __init__(self, *args: Any, people: list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(people) > 1:
            self.fields["member"] = forms.TypedChoiceField(
                label=_("Member who takes no part"),
                choices=[(person.pk, str(person)) for person in people],
                coerce=lambda pk: {str(person.pk): person for person in people}[str(pk)],
            )
        self.fields["ground"] = forms.ChoiceField(
            label=_("Ground"),
            help_text=_("The ground is public; details are not asked for."),
            choices=RecusalGround.choices,
            widget=forms.RadioSelect,
        )
