"""Shape of what people write."""

from __future__ import annotations

import unicodedata
import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting

from .models import Post, Standing, Thread
from .permissions import can_speak_as

KEPT_CONTROLS = "\n\t"


def plain(text: str) -> str:
    """One kind of line end, no invisible control characters; nothing else is touched."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        c for c in text if c in KEPT_CONTROLS or unicodedata.category(c) not in ("Cc", "Cs")
    ).strip()


class WriteForm(forms.Form):
    """A post. ``submission`` is drawn with the form, so that sending it twice makes one post."""

    body = forms.CharField(
        label=_("Text"),
        max_length=Post._meta.get_field("body").max_length,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    standing = forms.ChoiceField(label=_("Speaking as"), choices=Standing, widget=forms.RadioSelect)
    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, by: Acting, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "submission": uuid.uuid4(),
            "standing": Standing.PERSONAL,
            **(kwargs.get("initial") or {}),
        }
        super().__init__(*args, **kwargs)
        if can_speak_as(by, Standing.OFFICIAL):
            unit = {"unit": by.body}
            self.fields["standing"].choices = [
                (Standing.PERSONAL, _("Myself, as a member of %(unit)s") % unit),
                (Standing.OFFICIAL, _("%(unit)s, officially") % unit),
            ]
        else:
            del self.fields["standing"]

    def clean_body(self) -> str:
        body = plain(self.cleaned_data["body"])
        if not body:
            raise ValidationError(_("Please write something."))
        return body


class ThreadForm(WriteForm):
    """A topic with its first post."""

    title = forms.CharField(label=_("Topic title"), max_length=Thread._meta.get_field("title").max_length)
    field_order = ["title", "body", "standing"]


class EditForm(forms.Form):
    """The words of one's post, mended."""

    body = WriteForm.base_fields["body"]
    clean_body = WriteForm.clean_body
