"""The shape of a proof and of an answer sheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.certificates.cms import MAX_BYTES
from surveys.surveys.models import QuestionKind
from surveys.surveys.printed_forms import PrintedQuestion

DECLINED = "declined"
MAX_WORDS = 1000


class ProofForm(forms.Form):
    """The signature as a file, or pasted as text."""

    file = forms.FileField(
        label=_("Signature file"),
        required=False,
        help_text=_("The file made in step 2 (DER or PEM, up to 32 kB)."),
    )
    pasted = forms.CharField(
        label=_("Or paste the signature as text"),
        required=False,
        max_length=2 * MAX_BYTES,
        strip=True,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("base64, with or without the BEGIN and END lines."),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("file") and not data.get("pasted") and not self.errors:
            self.add_error("file", _("Please choose the signature file or paste its text."))
        return data

    @property
    def upload(self) -> bytes:
        """The bytes handed in; one more than allowed is enough to know that it is too much."""
        if self.cleaned_data.get("file"):
            return self.cleaned_data["file"].read(2 * MAX_BYTES + 1)
        return self.cleaned_data["pasted"].encode()


class TicketForm(forms.Form):
    """An answer ticket typed in from a note."""

    ticket = forms.CharField(label=_("Answer ticket"), max_length=120)


class ReceiptForm(forms.Form):
    receipt = forms.CharField(label=_("Receipt number"), max_length=120)


class AnswerForm(forms.Form):
    """The form as the resident sees it, built from the survey's questions."""

    def __init__(self, questions: Iterable[PrintedQuestion], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for question in self.questions:
            self.fields[name_of(question)] = _field(question)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for question in self.questions:
            given = data.get(name_of(question))
            if question.kind == QuestionKind.MULTIPLE and given and DECLINED in given and len(given) > 1:
                self.add_error(
                    name_of(question),
                    _("Please choose either answers or “I prefer not to answer”, not both."),
                )
        return data

    @property
    def sheet(self) -> dict[str, Any]:
        """The answer sheet as it is filed; questions passed over are left out."""
        sheet = {}
        for question in self.questions:
            given = self.cleaned_data.get(name_of(question))
            if not given:
                continue
            if question.kind == QuestionKind.TEXT:
                sheet[str(question.pk)] = {"text": given}
            elif DECLINED in given:
                sheet[str(question.pk)] = {"declined": True}
            else:
                chosen = given if isinstance(given, list) else [given]
                sheet[str(question.pk)] = {"choices": sorted(int(pk) for pk in chosen)}
        return sheet

    @property
    def reading(self) -> list[dict[str, Any]]:
        """Question by question what is about to be sent, in words."""
        return [{"question": q, "answers": self._words(q)} for q in self.questions]

    def _words(self, question: PrintedQuestion) -> list[Any]:
        given = self.cleaned_data.get(name_of(question))
        if not given:
            return [_("No answer given")]
        if question.kind == QuestionKind.TEXT:
            return [given]
        words = dict(self.fields[name_of(question)].choices)
        return [words[key] for key in (given if isinstance(given, list) else [given])]


def name_of(question: PrintedQuestion) -> str:
    return f"q{question.pk}"


def _field(question: PrintedQuestion) -> forms.Field:
    common = {
        "label": _("Question %(number)s: %(text)s") % {"number": question.position, "text": question.text},
        "help_text": question.help,
        "required": question.is_required,
    }
    if question.kind == QuestionKind.TEXT:
        return forms.CharField(max_length=MAX_WORDS, widget=forms.Textarea({"rows": 5}), **common)
    choices = [(str(choice.pk), choice.text) for choice in question.choices.all()]
    if question.may_decline:
        choices.append((DECLINED, _("I prefer not to answer")))
    missing = {"required": _("Please choose an answer.")}
    if question.kind == QuestionKind.MULTIPLE:
        return forms.MultipleChoiceField(
            choices=choices, widget=forms.CheckboxSelectMultiple, error_messages=missing, **common
        )
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, error_messages=missing, **common)
