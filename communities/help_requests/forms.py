"""Shape of a question and of its answer."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class AskForm(forms.Form):
    question = forms.CharField(
        label=_("What do you need help with?"),
        help_text=_("Only the caretakers read it."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=_("Answer"),
        help_text=_("Only the person who asked and the caretakers read it."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
