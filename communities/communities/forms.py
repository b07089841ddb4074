"""Shape of what is entered about communities."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from communities.forums.forms import CommonForm
from portal.foundation import clock

from .models import Community, OpeningPermit

RESERVED = frozenset({"apply", "applications", "found", "new"})


class FoundForm(CommonForm):
    """Opening a general community: few questions, safe defaults."""

    class Meta(CommonForm.Meta):
        model = Community
        fields = ["title", "purpose", "visibility", "joining", "policy"]
        widgets = {
            **CommonForm.Meta.widgets,
            "joining": forms.RadioSelect,
            "policy": forms.Textarea(attrs={"rows": 3}),
        }


class ApplicationForm(CommonForm):
    """The application of a department (開設申請)."""

    class Meta(CommonForm.Meta):
        model = Community
        fields = ["title", "slug", "purpose", "visibility", "joining", "joining_condition", "policy"]
        widgets = {
            **FoundForm.Meta.widgets,
            "joining_condition": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            **CommonForm.Meta.help_texts,
            "slug": _("Small letters, digits and hyphens; becomes part of the web address and stays."),
        }

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"].lower()
        if slug in RESERVED:
            raise ValidationError(_("This address is used by the portal itself. Please choose another."))
        return slug


class PermitForm(forms.ModelForm):
    """Number, conditions and review date of a permit."""

    class Meta:
        model = OpeningPermit
        fields = ["number", "review_on", "conditions"]
        widgets = {
            "review_on": forms.DateInput(attrs={"type": "date"}),
            "conditions": forms.Textarea(attrs={"rows": 3}),
        }


class KeepForm(forms.ModelForm):
    """Until when the permit continues."""

    class Meta:
        model = OpeningPermit
        fields = ["review_on"]
        widgets = {"review_on": forms.DateInput(attrs={"type": "date"})}
        labels = {"review_on": _("Next review date")}

    def clean_review_on(self) -> date:
        day = self.cleaned_data["review_on"]
        if day <= clock.today():
            raise ValidationError(_("The next review is on a day to come."))
        return day


class OpenForm(forms.ModelForm):
    """What a department says when it opens its community (実践編SNS 5-4)."""

    class Meta:
        model = Community
        fields = ["manager", "purpose", "joining_condition", "policy"]
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 4}),
            "joining_condition": forms.Textarea(attrs={"rows": 2}),
            "policy": forms.Textarea(attrs={"rows": 5}),
        }
        labels = {"manager": _("Manager")}
        help_texts = {"manager": _("A member of your unit who answers for the community.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["manager"].queryset = self.instance.operating_body.members_on()
        for field in self.fields.values():
            field.required = True
