"""Shape of what people enter about themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from residents.consents import actions as consents

from .models import CityConnection, User

REGISTRATION = "registration_article_2"


class SignupForm(forms.Form):
    """Address, display name, and the consent of 第2条: a password where wanted; no real name, no gender."""

    display_name = forms.CharField(
        label=_("Display name"),
        max_length=40,
        help_text=_("The name others see. It need not be your real name."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    consent = forms.BooleanField(
        label=_("I agree that what I post may be read by everybody, even where it says something about me."),
        error_messages={"required": _("Please agree, or stay a reader: reading needs no registration.")},
    )
    field_order = ["email", "display_name", "password1", "consent"]

    def signup(self, request: Any, user: User) -> None:
        user.display_name = self.cleaned_data["display_name"]
        user.preferred_language = get_language() or "ja"
        user.save()
        consents.give(user, REGISTRATION, by=Acting(user))


class ProfileForm(forms.ModelForm):
    """What a person says about themselves; the real name is only for rooms that ask for it."""

    real_name = forms.CharField(
        label=_("Real name"),
        required=False,
        max_length=80,
        help_text=_("Only needed in rooms where real names are used. It is stored sealed."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    connection = forms.ChoiceField(
        label=_("Connection to the city"),
        required=False,
        choices=[("", _("Not stated")), *CityConnection.Kind.choices],
    )

    class Meta:
        model = User
        fields = ["display_name", "preferred_language", "wants_mail"]
        widgets = {
            "preferred_language": forms.Select(
                choices=[("ja", "日本語"), ("en", "English"), ("ja-simple", "やさしい日本語")]
            )
        }
