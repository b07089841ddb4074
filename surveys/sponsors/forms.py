"""The shape of a sponsor's application and of the answer to it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import SurveySponsor


class ApplyForm(forms.ModelForm):
    class Meta:
        model = SurveySponsor
        fields = ("scope", "valid_from", "valid_until")
        widgets = {
            "scope": forms.Textarea({"rows": 4}),
            "valid_from": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
            "valid_until": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        }

    def clean(self):
        data = super().clean()
        first, last = data.get("valid_from"), data.get("valid_until")
        if first and last and last < first:
            self.add_error("valid_until", _("The last day must not lie before the first."))
        return data


class DecideForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"), min_length=5, max_length=500, widget=forms.Textarea({"rows": 3})
    )
