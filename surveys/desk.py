"""The desk of those who prepare, approve, permit and close surveys; it reaches over all shelves of the room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from portal.foundation.decisions import Decision, require
from portal.foundation.paging import keyset
from surveys.ballots import actions as ballots
from surveys.certificates.permissions import can_read_trust
from surveys.counters.permissions import can_read_counter
from surveys.disclosures.permissions import can_read_disclosures
from surveys.envelopes import actions as envelopes
from surveys.surveys import actions, permissions, requirements
from surveys.surveys.forms import ConfirmForm, ExtendForm, PlanForm, QuestionForm, ReasonForm
from surveys.surveys.lifecycle import BEFORE_OPENING, PUBLIC
from surveys.surveys.models import Question, Survey, SurveyStep
from surveys.surveys.views import row
from surveys.tallies import actions as tallies
from surveys.tallies.permissions import can_read_result, can_read_words


@dataclass(frozen=True)
class Verb:
    """One press on the desk: its words, its question, its form and its action."""

    label: str | Promise
    effect: str | Promise
    question: Callable[..., Decision]
    action: Callable[..., Any]
    form: type[forms.Form] = ConfirmForm
    tone: str = "primary"


VERBS = {
    "submit": Verb(
        _("Submit for approval"),
        _("The content approver decides next; until then the form cannot be changed."),
        permissions.can_submit_survey,
        actions.submit,
    ),
    "approve": Verb(
        _("Approve the content"),
        _("The system management body then permits the use of the system."),
        permissions.can_approve_survey,
        actions.approve,
    ),
    "send_back": Verb(
        _("Send back for changes"),
        _("The sponsor can change the form again and hears your reason."),
        permissions.can_send_back_survey,
        actions.send_back,
        ReasonForm,
        "secondary",
    ),
    "permit": Verb(
        _("Permit the use of the system"),
        _("The sponsor can then open the survey."),
        permissions.can_permit_survey,
        actions.permit,
    ),
    "open": Verb(
        _("Open for answers"),
        _("Residents can answer from now on; questions can no longer be changed."),
        permissions.can_open_survey,
        ballots.open,
    ),
    "suspend": Verb(
        _("Interrupt"),
        _("No answers are taken until the interruption ends; the reason is public."),
        permissions.can_suspend_survey,
        actions.suspend,
        ReasonForm,
        "danger",
    ),
    "resume": Verb(
        _("End the interruption"),
        _("Residents can answer again."),
        permissions.can_resume_survey,
        actions.resume,
    ),
    "extend": Verb(
        _("Extend the time"),
        _("The new last day and the reason are public."),
        permissions.can_extend_survey,
        actions.extend,
        ExtendForm,
        "secondary",
    ),
    "close": Verb(
        _("Close the survey"),
        _("No more answers; everything on the identity side is destroyed. This cannot be taken back."),
        permissions.can_close_survey,
        envelopes.close,
        tone="danger",
    ),
    "tally": Verb(
        _("Count the answers"),
        _("The answers are opened and counted."),
        permissions.can_tally_survey,
        tallies.tally,
    ),
    "publish": Verb(
        _("Publish the result"),
        _("Everybody can read the tables; small numbers stay withheld."),
        permissions.can_publish_survey,
        actions.publish,
    ),
    "cancel": Verb(
        _("Give the plan up"),
        _("The survey will never open."),
        permissions.can_cancel_survey,
        actions.cancel,
        ReasonForm,
        "danger",
    ),
}

PAST = {
    "plan": _("survey planned"),
    "design": _("form changed"),
    "submit": _("submitted for approval"),
    "send_back": _("sent back for changes"),
    "approve": _("content approved"),
    "permit": _("use of the system permitted"),
    "open": _("opened for answers"),
    "suspend": _("interrupted"),
    "resume": _("interruption ended"),
    "extend": _("time extended"),
    "close": _("answering closed"),
    "tally": _("answers counted"),
    "publish": _("result published"),
    "cancel": _("plan given up"),
}


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """What lies on the desk of the body one acts for."""
    surveys = Survey.objects.worked_on_by(request.acting).select_related("sponsor")
    may_plan = permissions.can_plan_survey(request.acting)
    page = keyset(surveys, request, order="-opens_on -id")
    items = [row(survey, url=reverse("surveys:survey-manage", args=[survey.slug])) for survey in page.items]
    context = {
        "page": page,
        "items": items,
        "may_plan": may_plan,
        "may_read_trust": can_read_trust(request.acting),
    }
    return render(request, "surveys/surveys/desk.html", context)


def plan(request: HttpRequest) -> HttpResponse:
    """Begin a survey; who may not is told why before writing anything."""
    require(permissions.can_plan_survey(request.acting))
    form = PlanForm(request.POST or None)
    if form.is_valid():
        survey = actions.plan(actions.Plan(**form.cleaned_data), by=request.acting)
        return redirect("surveys:survey-design", survey.slug)
    return render(request, "surveys/surveys/plan.html", {"form": form})


@require_safe
def manage(request: HttpRequest, slug: str) -> HttpResponse:
    """Where a survey stands, what is missing, and what the reader may do next."""
    survey = _on_desk(request, slug)
    presses = [
        {
            "name": name,
            "verb": verb,
            "may": verb.question(request.acting, survey),
            "tone": "secondary" if verb.tone == "danger" else verb.tone,  # the page it leads to warns
        }
        for name, verb in VERBS.items()
        if survey.lifecycle.allows(name, survey.status)
    ]
    context = {
        "survey": survey,
        "presses": presses,
        "checklist": requirements.for_opening(survey) if survey.status in BEFORE_OPENING else [],
        "questions": survey.questions.prefetch_related("choices"),
        "steps": [_step_row(step) for step in survey.steps.all()],
        "may_design": permissions.can_design_survey(request.acting, survey),
        "may_read_result": can_read_result(request.acting, survey),
        "may_read_words": can_read_words(request.acting, survey),
        "may_read_disclosures": can_read_disclosures(request.acting, survey),
        "may_read_counter": survey.is_gated and survey.status in PUBLIC and can_read_counter(request.acting),
    }
    return render(request, "surveys/surveys/manage.html", context)


def design(request: HttpRequest, slug: str) -> HttpResponse:
    """Write questions one after the other."""
    survey = _on_desk(request, slug)
    require(permissions.can_design_survey(request.acting, survey))
    form = QuestionForm(request.POST or None, initial={"may_decline": True})
    if form.is_valid():
        actions.design(survey, actions.QuestionDraft(**form.cleaned_data), by=request.acting)
        return redirect("surveys:survey-design", survey.slug)
    questions = survey.questions.prefetch_related("choices")
    return render(
        request, "surveys/surveys/design.html", {"survey": survey, "form": form, "questions": questions}
    )


@require_POST
def strike(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take a question out again."""
    survey = _on_desk(request, slug)
    question = get_object_or_404(Question, survey=survey, pk=pk)
    actions.strike(question, by=request.acting)
    return redirect("surveys:survey-design", survey.slug)


def act(request: HttpRequest, slug: str, verb: str) -> HttpResponse:
    """One verb: the last look before it, then the act."""
    if verb not in VERBS:
        raise Http404
    survey = _on_desk(request, slug)
    chosen = VERBS[verb]
    require(chosen.question(request.acting, survey))
    form = chosen.form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        chosen.action(survey, by=request.acting, **form.cleaned_data)
        return redirect("surveys:survey-manage", survey.slug)
    return render(request, "surveys/surveys/act.html", {"survey": survey, "verb": chosen, "form": form})


def _step_row(step: SurveyStep) -> dict[str, Any]:
    return {"title": PAST[step.verb], "at": step.at, "text": step.reason}


def _on_desk(request: HttpRequest, slug: str) -> Survey:
    survey = get_object_or_404(
        Survey.objects.visible_to(request.acting).select_related("sponsor", "verifying_body"), slug=slug
    )
    require(permissions.can_read_survey_desk(request.acting, survey))
    return survey
