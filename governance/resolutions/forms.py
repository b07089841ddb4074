"""Shapes of a motion and of a vote."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .lifecycle import Choice, Competence


class MotionForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=200)
    text = forms.CharField(label=_("Text of the motion"), widget=forms.Textarea(attrs={"rows": 6}))
    competence = forms.TypedChoiceField(
        label=_("Item of Article 9 it rests on"),
        choices=Competence.choices,
        coerce=lambda v: Competence(int(v)),
    )


class VoteForm(forms.Form):
    choice = forms.ChoiceField(label=_("Your vote"), choices=Choice.choices, widget=forms.RadioSelect)
