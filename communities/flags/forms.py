"""Shape of a report."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import Flag


class ReportForm(forms.ModelForm):
    """Two answers, the second voluntary: a report takes three acts in all."""

    note = forms.CharField(
        label=_("explanation"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    class Meta:
        model = Flag
        fields = ["concern"]
        widgets = {"concern": forms.RadioSelect}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["concern"].choices = [choice for choice in self.fields["concern"].choices if choice[0]]
