"""The shape of a decision that makes something milder."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.sanctions.lifecycle import MILDER, SanctionKind


class VaryForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What takes its place"),
        choices=[(kind.value, kind.label) for kind in SanctionKind if kind in MILDER],
        widget=forms.RadioSelect,
    )
    days = forms.IntegerField(
        label=_("For how many days"),
        help_text=_("Only where nobody writes or no topic is opened for a time."),
        min_value=1,
        max_value=3650,
        required=False,
    )
    restores_post = forms.BooleanField(label=_("Show the post again"), required=False)
    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5}))
