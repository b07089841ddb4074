"""Shape of what people enter about taking part."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import Forum, Membership


class JoinForm(forms.Form):
    """Where real names are the rule, the name; where the manager admits, a word to them."""

    shown_name = forms.CharField(
        label=_("Your name"),
        help_text=_("People speak here under their real name. It stands beside everything you write here."),
        max_length=60,
    )
    reason = forms.CharField(
        label=_("A word to the manager"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, forum: Forum, asks: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not forum.uses_real_names:
            del self.fields["shown_name"]
        if not asks:
            del self.fields["reason"]


class NewsForm(forms.ModelForm):
    """Whether each new post sends a message."""

    class Meta:
        model = Membership
        fields = ["news"]
        widgets = {"news": forms.RadioSelect}


class InviteForm(forms.Form):
    """An invitation goes to an address; whether it has an account is not told."""

    email = forms.EmailField(
        label=_("E-mail address"), help_text=_("The address the person registered with.")
    )


class CommonForm(forms.ModelForm):
    """What every forum is asked when it is opened."""

    class Meta:
        fields = ["title", "purpose", "visibility"]
        widgets = {"purpose": forms.Textarea(attrs={"rows": 4}), "visibility": forms.RadioSelect}
        help_texts = {
            "title": _("A name that says what it is about."),
            "purpose": _("What people talk about here, and for whom it is."),
            "visibility": _("What was written before keeps the readers it had."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("visibility", "joining", "name_rule"):
            if name in self.fields:
                field = self.fields[name]
                field.choices = [choice for choice in field.choices if choice[0]]
                field.initial = field.initial or field.choices[0][0]
