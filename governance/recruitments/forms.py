"""Shapes of what applicants and selectors write."""

from django import forms
from django.utils.translation import gettext_lazy as _

from residents.models import CityConnection


class ApplicationForm(forms.Form):
    """第11条 and 第12条: what an applicant confirms and hands in."""

    connection = forms.ChoiceField(
        label=_("Your connection to the city"), choices=CityConnection.Kind.choices, widget=forms.RadioSelect
    )
    uses_internet = forms.BooleanField(label=_("I can read web pages and send and receive e-mail."))
    motives = forms.CharField(
        label=_("Why you apply"),
        help_text=_("Read only by the selection committee, the secretariat and the mayor."),
        max_length=1200,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class AssessmentForm(forms.Form):
    """What the selection committee notes about an application."""

    assessment = forms.CharField(
        label=_("Assessment"), max_length=600, widget=forms.Textarea(attrs={"rows": 3})
    )
