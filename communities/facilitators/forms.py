"""Shape of what is entered about facilitators."""

from django import forms
from django.utils.translation import gettext_lazy as _

from residents.accounts.person_field import PersonField


class NomineeForm(forms.Form):
    """Whom the opener asks to chair."""

    person = PersonField(label=_("Person who is to chair"))


class AcceptForm(forms.Form):
    """The name a facilitator of a real-name room appears under."""

    shown_name = forms.CharField(label=_("Your name"), max_length=60)
