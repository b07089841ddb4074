"""The shape of a series and of its next wave."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.surveys.lifecycle import BEFORE_OPENING
from surveys.surveys.models import Anonymity, Question, QuestionKind, Survey

from .models import SurveySeries, Wave


class SeriesForm(forms.ModelForm):
    class Meta:
        model = SurveySeries
        fields = ("title", "purpose", "kind")
        widgets = {"purpose": forms.Textarea({"rows": 4})}


class WaveForm(forms.Form):
    """Which planned survey becomes the next wave."""

    survey = forms.ModelChoiceField(
        label=_("Planned survey"),
        queryset=Survey.objects.none(),
        help_text=_("Surveys of your body planned under a pseudonym, before their opening and in no series."),
    )

    def __init__(self, series: SurveySeries, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["survey"].queryset = Survey.objects.filter(
            sponsor=series.sponsor_id,
            anonymity=Anonymity.PSEUDONYMOUS,
            status__in=BEFORE_OPENING,
            wave__isnull=True,
        )


class CarryOverForm(forms.Form):
    """Which question goes on, and by which rule its options drop out."""

    question = forms.ModelChoiceField(
        label=_("Question of the wave before"), queryset=Question.objects.none()
    )
    at_least = forms.IntegerField(
        label=_("Keep options chosen by at least so many percent"),
        min_value=1,
        max_value=99,
        help_text=_("The percentage is printed beside each option that drops out."),
    )

    def __init__(self, wave: Wave, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        before = Question.objects.filter(
            survey__wave__series=wave.series_id, survey__wave__number=wave.number - 1
        )
        self.fields["question"].queryset = before.exclude(kind=QuestionKind.TEXT)
