"""The words of an emergency notice."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import BODY_LIMIT, MARK, TITLE_LIMIT, EmergencyNotice


class NoticeForm(forms.ModelForm):
    """Japanese is required; English and Easy Japanese may follow with the next notice."""

    url = forms.URLField(
        label=_("link"), required=False, assume_scheme="https", help_text=_("One link at most.")
    )

    class Meta:
        model = EmergencyNotice
        fields = ["kind", "title", "body", "url", "title_simple", "body_simple", "title_en", "body_en"]
        widgets = {
            "title": forms.TextInput(attrs={"maxlength": 60, "data-full-width": TITLE_LIMIT}),
            "body": forms.Textarea(attrs={"rows": 3, "maxlength": 200, "data-full-width": BODY_LIMIT}),
            "body_simple": forms.Textarea(attrs={"rows": 3}),
            "body_en": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "kind": _("A notice of a lower class does not push aside a higher one."),
            "title": _("At most 30 full-width characters, beginning with 【緊急】."),
            "body": _("At most 100 full-width characters: what happened, and what to do now."),
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].initial = MARK


class WithdrawForm(forms.Form):
    """Why the notice no longer holds."""

    reason = forms.CharField(label=_("Reason"), max_length=200)
