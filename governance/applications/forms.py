"""Shapes of what applicants hand in, themselves or on paper."""

from django import forms
from django.utils.translation import gettext_lazy as _

from residents.models import CityConnection

from .lifecycle import AgeBand, Gender, LocalActivity

NOT_STATED = ("", _("I would rather not say"))


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
    age_band = forms.ChoiceField(
        label=_("Age band"),
        help_text=_(
            "This and the next three are voluntary. They serve only to keep a balance among the members."
        ),
        choices=[NOT_STATED, *AgeBand.choices],
        required=False,
    )
    gender = forms.ChoiceField(label=_("Gender"), choices=[NOT_STATED, *Gender.choices], required=False)
    area = forms.CharField(label=_("Area of the city you live in or go to"), max_length=40, required=False)
    local_activity = forms.ChoiceField(
        label=_("Local activities"), choices=[NOT_STATED, *LocalActivity.choices], required=False
    )


class PaperApplicationForm(ApplicationForm):
    """What the secretariat types in from a sheet of paper."""

    received_on = forms.DateField(
        label=_("Day the paper arrived"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    email = forms.EmailField(
        label=_("E-mail address of the applicant"),
        help_text=_("Without an account yet, one is opened under this address; the applicant is told."),
    )
    display_name = forms.CharField(label=_("Name of the applicant"), max_length=40)
    field_order = ("received_on", "display_name", "email")
