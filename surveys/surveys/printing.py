"""Print a survey's form at the opening, and let it follow the survey's status."""

from __future__ import annotations

from .models import Question, Survey
from .printed_forms import PrintedChoice, PrintedChoices, PrintedForm, PrintedQuestion, as_content


def print_form(survey: Survey, sealing_key: bytes) -> PrintedForm:
    """Put the form where answers are taken."""
    questions = survey.questions.prefetch_related("choices")
    content = as_content(
        title=survey.title,
        is_gated=survey.is_gated,
        grace_minutes=survey.grace_minutes,
        questions=[_printed(question) for question in questions],
    )
    form = PrintedForm(pool=survey.pool, slug=survey.slug, content=content, sealing_key=sealing_key)
    form.status, form.closes_on = survey.status, survey.closes_on
    form.save(force_insert=True)
    return form


def follow(survey: Survey) -> None:
    """Whether and until when answers are taken has changed."""
    form = PrintedForm.objects.filter(pool=survey.pool)
    form.update(status=survey.status, closes_on=survey.closes_on)


def add_ballot_key(survey: Survey, public_key: bytes) -> None:
    """Ballot tokens signed with this key are taken as well."""
    PrintedForm.objects.filter(pool=survey.pool).update(ballot_key=public_key)


def _printed(question: Question) -> PrintedQuestion:
    choices = (PrintedChoice(choice.pk, choice.position, choice.text) for choice in question.choices.all())
    return PrintedQuestion(
        pk=question.pk,
        position=question.position,
        kind=question.kind,
        text=question.text,
        help=question.help,
        is_required=question.is_required,
        may_decline=question.may_decline,
        choices=PrintedChoices(choices),
    )
