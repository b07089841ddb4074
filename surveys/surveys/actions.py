"""The verbs of a survey up to its opening, and its interruption. Closing lies with the envelopes."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.foundation import audit, sealing
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied, require
from residents.models import Body

from . import notifications, permissions, printing, requirements, sheet_keys
from .models import Choice, Question, Survey

KEY_PURPOSE = "surveys.envelope_key"


@dataclass(frozen=True)
class QuestionDraft:
    """A question as it is written down, before it has a number."""

    kind: str
    text: str
    choices: Sequence[str] = ()
    help: str = ""
    is_required: bool = False
    may_decline: bool = True


@dataclass(frozen=True)
class Plan:
    """What a sponsor has in mind: purpose, time and gate."""

    slug: str
    title: str
    purpose: str
    contact: str
    mode: str
    opens_on: date
    closes_on: date
    municipality: str = ""
    certificate_kind: str = "signing"
    verifying_body: Body | None = None
    sampling: str = "self_selected"
    anonymity: str = "anonymous"
    questions: Sequence[QuestionDraft] = field(default=())


@transaction.atomic
def plan(plan: Plan, *, by: Acting) -> Survey:
    """A sponsor begins to prepare a survey (企画); a gate needs a body that may lawfully verify."""
    require(permissions.can_plan_survey(by))
    if not requirements.gate_is_wanted_lawfully(plan.mode, plan.verifying_body, plan.certificate_kind):
        raise Denied(
            _("A certificate gate needs a verifying body whose legal standing is recorded and valid."),
            _("The unit in charge of the certificate procedure records it first."),
        )
    survey = Survey(sponsor=by.body, **{name: v for name, v in vars(plan).items() if name != "questions"})
    survey.step("plan", by=by)
    for draft in plan.questions:
        _write(survey, draft)
    audit.record("surveys.survey.planned", by=by, target=survey, to_status=survey.status)
    return survey


@transaction.atomic
def design(survey: Survey, draft: QuestionDraft, *, by: Acting) -> Question:
    """Write one more question into the form (帳票設計)."""
    survey = _locked(survey)
    require(permissions.can_design_survey(by, survey))
    survey.step("design", by=by)
    question = _write(survey, draft)
    audit.record("surveys.survey.designed", by=by, target=survey)
    return question


@transaction.atomic
def strike(question: Question, *, by: Acting) -> None:
    """Take a question out of the form again while it is still being written."""
    survey = _locked(question.survey)
    require(permissions.can_design_survey(by, survey))
    survey.step("design", by=by)
    question.delete()
    audit.record("surveys.survey.designed", by=by, target=survey)


@transaction.atomic
def submit(survey: Survey, *, by: Acting) -> Survey:
    """The sponsor hands the finished form to the content approver."""
    survey = _locked(survey)
    require(permissions.can_submit_survey(by, survey))
    survey.step("submit", by=by)
    audit.record("surveys.survey.submitted", by=by, target=survey, to_status=survey.status)
    notifications.survey_submitted(survey, by)
    return survey


@transaction.atomic
def send_back(survey: Survey, *, by: Acting, reason: str) -> Survey:
    """The content approver wants changes first."""
    survey = _locked(survey)
    require(permissions.can_send_back_survey(by, survey))
    survey.step("send_back", by=by, reason=reason)
    audit.record("surveys.survey.sent_back", by=by, target=survey, reason=reason, to_status=survey.status)
    notifications.survey_sent_back(survey, by, reason)
    return survey


@transaction.atomic
def approve(survey: Survey, *, by: Acting) -> Survey:
    """The content is approved (アンケート内容の承認), never by who wrote it."""
    survey = _locked(survey)
    require(permissions.can_approve_survey(by, survey))
    survey.step("approve", by=by)
    audit.record("surveys.survey.approved", by=by, target=survey, to_status=survey.status)
    notifications.survey_approved(survey, by)
    return survey


@transaction.atomic
def permit(survey: Survey, *, by: Acting) -> Survey:
    """The system management body lets the survey use the system."""
    survey = _locked(survey)
    require(permissions.can_permit_survey(by, survey))
    survey.step("permit", by=by)
    audit.record("surveys.survey.permitted", by=by, target=survey, to_status=survey.status)
    notifications.survey_permitted(survey, by)
    return survey


@transaction.atomic
def open(survey: Survey, *, by: Acting) -> Survey:
    """Answers are taken from now on, on the form as it is printed now; keys are made for this survey alone."""
    survey = _locked(survey)
    require(permissions.can_open_survey(by, survey))
    key = None
    if survey.is_gated:
        key = sealing.seal(secrets.token_hex(32), purpose=KEY_PURPOSE, bound_to=f"survey:{survey.pk}")
    closing, opening = sheet_keys.new_pair(survey)
    survey.step("open", by=by, envelope_key=key, sheet_key=opening)
    printing.print_form(survey, closing)
    audit.record("surveys.survey.opened", by=by, target=survey, public=True, to_status=survey.status)
    return survey


@transaction.atomic
def suspend(survey: Survey, *, by: Acting, reason: str) -> Survey:
    """Interrupt the taking of answers, because of a fault or a leak."""
    survey = _locked(survey)
    require(permissions.can_suspend_survey(by, survey))
    survey.step("suspend", by=by, reason=reason)
    printing.follow(survey)
    audit.record(
        "surveys.survey.suspended", by=by, target=survey, reason=reason, public=True, to_status=survey.status
    )
    notifications.survey_suspended(survey, by, reason)
    return survey


@transaction.atomic
def resume(survey: Survey, *, by: Acting) -> Survey:
    """Take answers again after an interruption."""
    survey = _locked(survey)
    require(permissions.can_resume_survey(by, survey))
    survey.step("resume", by=by)
    printing.follow(survey)
    audit.record("surveys.survey.resumed", by=by, target=survey, public=True, to_status=survey.status)
    return survey


@transaction.atomic
def extend(survey: Survey, *, by: Acting, reason: str, closes_on: date) -> Survey:
    """Give residents more time, and say why."""
    survey = _locked(survey)
    require(permissions.can_extend_survey(by, survey))
    if closes_on <= survey.closes_on:
        raise Denied(_("The new last day must be later than the present one."))
    if survey.is_gated and not requirements.verifier_has_standing(survey, closes_on):
        raise Denied(_("The verifying body's legal standing ends before the new last day."))
    survey.step("extend", by=by, reason=reason, closes_on=closes_on)
    printing.follow(survey)
    audit.record(
        "surveys.survey.extended", by=by, target=survey, reason=reason, public=True, to_status=survey.status
    )
    return survey


@transaction.atomic
def close(survey: Survey, *, by: Acting, proven_count: int, answered_count: int) -> Survey:
    """No more answers; the key of the identity digests is destroyed. Called by the envelopes, which strip themselves."""
    survey = _locked(survey)
    require(permissions.can_close_survey(by, survey))
    survey.step("close", by=by, envelope_key=None, proven_count=proven_count, answered_count=answered_count)
    printing.follow(survey)
    audit.record("surveys.survey.closed", by=by, target=survey, public=True, to_status=survey.status)
    notifications.survey_closed(survey, by)
    return survey


@transaction.atomic
def tally(survey: Survey, *, by: Acting) -> Survey:
    """The answers are being counted. Called by the tally, which counts them."""
    survey = _locked(survey)
    require(permissions.can_tally_survey(by, survey))
    survey.step("tally", by=by)
    printing.follow(survey)
    audit.record("surveys.survey.tallied", by=by, target=survey, to_status=survey.status)
    return survey


@transaction.atomic
def publish(survey: Survey, *, by: Acting) -> Survey:
    """The result is there for everybody, those who did not answer included."""
    survey = _locked(survey)
    require(permissions.can_publish_survey(by, survey))
    survey.step("publish", by=by)
    printing.follow(survey)
    audit.record("surveys.survey.published", by=by, target=survey, public=True, to_status=survey.status)
    notifications.survey_published(survey, by)
    return survey


@transaction.atomic
def cancel(survey: Survey, *, by: Acting, reason: str) -> Survey:
    """Give the plan up before anybody was asked."""
    survey = _locked(survey)
    require(permissions.can_cancel_survey(by, survey))
    survey.step("cancel", by=by, reason=reason)
    audit.record("surveys.survey.cancelled", by=by, target=survey, reason=reason, to_status=survey.status)
    return survey


def _locked(survey: Survey) -> Survey:
    return Survey.objects.select_for_update().get(pk=survey.pk)


def _write(survey: Survey, draft: QuestionDraft) -> Question:
    last = survey.questions.order_by("-position").first()
    question = Question.objects.create(
        survey=survey,
        position=(last.position if last else 0) + 1,
        kind=draft.kind,
        text=draft.text,
        help=draft.help,
        is_required=draft.is_required,
        may_decline=draft.may_decline,
    )
    texts = [text for text in draft.choices if text.strip()]
    Choice.objects.bulk_create(
        Choice(question=question, position=n, text=text.strip()) for n, text in enumerate(texts, start=1)
    )
    return question
