"""The words of one line of information."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import Information


class InformationForm(forms.ModelForm):
    """A line and, where there is one, the page it stands on."""

    url = forms.URLField(label=_("link"), required=False, assume_scheme="https")

    class Meta:
        model = Information
        fields = ["title", "body", "url"]
        widgets = {"body": forms.Textarea(attrs={"rows": 4})}
