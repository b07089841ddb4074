"""Shape of a report."""

from django import forms

from .models import Flag


class ReportForm(forms.ModelForm):
    """Two answers, the second voluntary: a report takes three acts in all."""

    class Meta:
        model = Flag
        fields = ["concern", "note"]
        widgets = {"concern": forms.RadioSelect, "note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["concern"].choices = [choice for choice in self.fields["concern"].choices if choice[0]]
