"""Shapes of advice and of an answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.issues.models import CommitteeIssue
from residents.models import Body


class AdviceForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=120)
    issue = forms.ModelChoiceField(
        label=_("Issue it is about"),
        help_text=_("If it is about one of the register."),
        queryset=None,
        required=False,
    )
    text = forms.CharField(
        label=_("Advice"),
        help_text=_("Everybody can read it."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["issue"].queryset = CommitteeIssue.objects.open().filter(body=body, is_public=True)


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=_("Answer of the committee"),
        help_text=_("Everybody can read it."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
