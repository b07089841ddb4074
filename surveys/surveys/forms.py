"""The shape of what staff write: plans, questions, reasons."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.decisions import Denied
from residents.models import Body
from surveys.certificates.models import CertificateKind, VerifierStanding
from surveys.certificates.permissions import may_verify

from .models import Anonymity, Mode, Question, QuestionKind, Survey


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PlanForm(forms.ModelForm):
    """Purpose, time and gate of a new survey."""

    class Meta:
        model = Survey
        fields = (
            "title",
            "slug",
            "purpose",
            "contact",
            "mode",
            "anonymity",
            "municipality",
            "verifying_body",
            "sampling",
            "opens_on",
            "closes_on",
        )
        widgets = {"opens_on": DayInput(), "closes_on": DayInput(), "purpose": forms.Textarea({"rows": 4})}
        labels = {"verifying_body": _("Body that verifies the certificates")}
        help_texts = {
            "slug": _("Latin letters, figures and hyphens; it becomes part of the address."),
            "anonymity": _("Only behind the certificate; it cannot be changed once the survey is open."),
            "municipality": _(
                "As written at the start of an address, e.g. 新潟県長岡市. Leave empty for everywhere."
            ),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        standing = VerifierStanding.objects.on(clock.today()).values("body")
        self.fields["verifying_body"].queryset = Body.objects.filter(pk__in=standing)
        self.fields["verifying_body"].required = False
        for name in ("municipality", "anonymity"):
            self.fields[name].required = False

    def clean(self):
        data = super().clean()
        if data.get("mode") == Mode.OPEN:
            data.update(municipality="", verifying_body=None, anonymity=Anonymity.ANONYMOUS)
        data["anonymity"] = data.get("anonymity") or Anonymity.ANONYMOUS
        if data.get("mode") == Mode.CERTIFICATE:
            may = may_verify(data.get("verifying_body"), CertificateKind.SIGNING, clock.today())
            if isinstance(may, Denied):
                self.add_error("verifying_body", f"{may.reason} {may.next_step}")
        if data.get("opens_on") and data.get("closes_on") and data["closes_on"] < data["opens_on"]:
            self.add_error("closes_on", _("The last day must not lie before the first."))
        return data


class QuestionForm(forms.ModelForm):
    """One question; the choices one to a line."""

    choices = forms.CharField(
        label=_("Choices, one to a line"), required=False, widget=forms.Textarea({"rows": 6})
    )

    class Meta:
        model = Question
        fields = ("text", "help", "kind", "choices", "is_required", "may_decline")

    def clean(self):
        data = super().clean()
        lines = [line.strip() for line in data.get("choices", "").splitlines() if line.strip()]
        data["choices"] = lines
        if any(len(line) > 120 for line in lines):
            self.add_error("choices", _("A choice may have at most 120 characters."))
        elif data.get("kind") != QuestionKind.TEXT and len(lines) < 2:
            self.add_error("choices", _("Please give at least two choices."))
        return data


class ReasonForm(forms.Form):
    """Why this is done; shown to those concerned."""

    reason = forms.CharField(
        label=_("Reason"), min_length=5, max_length=500, widget=forms.Textarea({"rows": 3})
    )


class ExtendForm(ReasonForm):
    closes_on = forms.DateField(label=_("New last day"), widget=DayInput())


class ConfirmForm(forms.Form):
    """Nothing to fill in; the press itself is the act."""
