"""Shapes of what selectors write."""

from django import forms
from django.utils.translation import gettext_lazy as _

SCORES = [
    (5, _("5 – fits very well")),
    (4, _("4 – fits well")),
    (3, _("3 – fits")),
    (2, _("2 – fits less")),
    (1, _("1 – does not fit")),
]


class InterviewForm(forms.Form):
    interviewed_on = forms.DateField(
        label=_("Day of the interview"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    note = forms.CharField(
        label=_("Interview note"),
        help_text=_("Read only by the selectors, and destroyed with the application."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class ScoreForm(forms.Form):
    score = forms.TypedChoiceField(
        label=_("Your score"),
        help_text=_("Seen by the selectors and by the mayor."),
        choices=SCORES,
        coerce=int,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("Your reasons"),
        help_text=_("Read only by the selectors, and destroyed with the application."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ConflictForm(forms.Form):
    conflict = forms.CharField(
        label=_("How you are bound to the applicant"),
        help_text=_("For example a relative, a colleague or a business partner."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AssessmentForm(forms.Form):
    """What the selection committee says about an application on the mayor's list."""

    assessment = forms.CharField(
        label=_("Assessment"),
        help_text=_("The mayor reads these words before deciding."),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
