"""Naming a person without a list of everybody: by the address of their account, or by a name only they bear."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .models import User


class PersonField(forms.CharField):
    """Gives the person meant. Who else has an account is not told: there is nothing to pick from."""

    default_error_messages = {
        "unknown": _("Nobody with an account is found under this. Ask for the address they signed up with."),
        "several": _("Several people bear this name. Please enter the e-mail address of the account."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("The e-mail address of their account, or their exact display name."))
        super().__init__(max_length=254, **kwargs)
        self.widget.attrs.setdefault("autocomplete", "off")

    def to_python(self, value: Any) -> User | None:  # type: ignore[override]
        asked = super().to_python(value)
        if not asked:
            return None
        people = User.objects.filter(is_active=True)
        named = "email__iexact" if "@" in asked else "display_name"
        found = list(people.filter(**{named: asked})[:2])
        if len(found) == 1:
            return found[0]
        code = "several" if found else "unknown"
        raise ValidationError(self.error_messages[code], code=code)

    def run_validators(self, value: Any) -> None:
        """The length was a matter of the words entered, not of the person found."""
