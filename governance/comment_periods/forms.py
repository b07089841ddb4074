"""The shape of what people write about a draft, and of the answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.decisions import Denied
from residents.bodies.forms import day_field

from .lifecycle import Outcome
from .models import CommentGroup, CommentPeriod, PublicComment
from .permissions import lasts_long_enough


def _words(
    label: Any, help_text: Any = "", rows: int = 4, length: int = 2000, **more: Any
) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, max_length=length, widget=widget, **more)


class OpenForm(forms.Form):
    """Until when, and what people are asked."""

    question = _words(_("What is asked"), _("What the draft is about, and what you would like to know."))
    closes_on = day_field(_("Last day for comments"))
    shorter_because = _words(
        _("Why the time is shorter than usual"),
        _("Only where it is shorter than the town has decided; it is published."),
        rows=2,
        length=1000,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("closes_on"):
            why = cleaned.get("shorter_because", "")
            answer = lasts_long_enough(clock.today(), cleaned["closes_on"], why)
            if isinstance(answer, Denied):
                self.add_error("closes_on", f"{answer.reason} {answer.next_step}".strip())
        return cleaned


class ExtendForm(forms.Form):
    """A later last day, and why."""

    closes_on = day_field(_("Last day for comments"))
    reason = _words(_("Reason"), rows=2, length=1000)

    def __init__(self, data: Any, period: CommentPeriod) -> None:
        super().__init__(data)
        self.period = period

    def clean_closes_on(self) -> Any:
        day = self.cleaned_data["closes_on"]
        if day <= self.period.closes_on:
            raise forms.ValidationError(_("Please choose a day after the present last day."))
        return day


class CommentForm(forms.Form):
    """What somebody thinks of the draft."""

    text = _words(_("Your comment"), _("Say which article you mean, and why."), rows=8, length=4000)
    name = forms.CharField(
        label=_("Your name"),
        max_length=100,
        required=False,
        help_text=_("You need not give one. It is not published."),
    )
    ticket = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: Any, *, is_guest: bool) -> None:
        super().__init__(data, initial={"ticket": uuid4()})
        if not is_guest:
            del self.fields["name"]


class GroupForm(forms.Form):
    """Comments that say the same, and the answer to all of them."""

    comments = forms.ModelMultipleChoiceField(
        label=_("Comments in this group"),
        queryset=PublicComment.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    summary = _words(_("What these comments say"), _("In a few words, without names."))
    outcome = forms.ChoiceField(label=_("What was made of them"), choices=Outcome, widget=forms.RadioSelect)
    answer = _words(_("Why"), length=4000)

    def __init__(
        self,
        data: Any,
        period: CommentPeriod,
        group: CommentGroup | None = None,
        *,
        words: Callable[[], dict[Any, str]],
    ) -> None:
        """``words`` opens the comments; it is called when the form is shown, not when it is sent."""
        initial: dict[str, Any] = {}
        if group is not None:
            names = ("summary", "outcome", "answer")
            initial = {name: getattr(group, name) for name in names}
            initial["comments"] = list(group.comments.values_list("pk", flat=True))
        super().__init__(data, initial=initial)
        field: Any = self.fields["comments"]
        field.queryset = period.comments.all()
        opened = cache(words)
        field.label_from_instance = lambda one: f"{one.number}. {opened()[one.pk]}"
