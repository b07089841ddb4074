"""One application as the selectors and the mayor see it, and their verbs."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.applications.lifecycle import TONES
from governance.applications.models import SeatApplication
from governance.applications.permissions import can_ask_supplement, can_read_applications
from governance.applications.rows import answers_of, application_facts, supplements_of
from governance.committees.sections import breadcrumbs
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, require
from portal.foundation.looks import look

from . import actions, permissions
from .forms import AssessmentForm, ConflictForm, InterviewForm, ScoreForm
from .panel import panel_words

QUESTIONS: dict[str, Callable[..., Decision]] = {
    "ask_supplement": can_ask_supplement,
    "interview": permissions.can_interview_application,
    "assess": permissions.can_assess_application,
    "declare_conflict": permissions.can_declare_conflict,
    "recommend": permissions.can_recommend_application,
    "reserve": permissions.can_reserve_application,
    "set_aside": permissions.can_set_aside_application,
    "select": permissions.can_select_application,
    "decline": permissions.can_decline_application,
}


@login_required
def application(request: HttpRequest, pk: str) -> HttpResponse:
    """One application, opened on purpose: looking at the motives is itself recorded."""
    return _page(request, _application(request, pk))


def _page(request: HttpRequest, found: SeatApplication, **forms_with_errors: Any) -> HttpResponse:
    by = request.acting
    may = {verb: ask(by, found) for verb, ask in QUESTIONS.items()}
    context = {
        "application": found,
        "facts": application_facts(by, found),
        "tone": TONES.get(found.status, "neutral"),
        "motives": found.motives.reveal(by=by, reason=_("Selection of committee members")),
        "answers": answers_of(by, found),
        "supplements": supplements_of(by, found),
        "judgement": _judgement(by, found),
        "may": may,
        "interview_form": InterviewForm(initial={"interviewed_on": clock.today()}, prefix="interview"),
        "score_form": ScoreForm(prefix="score"),
        "conflict_form": ConflictForm(prefix="conflict"),
        "form": AssessmentForm(),
        "breadcrumbs": _way(found),
        **forms_with_errors,
    }
    return render(request, "governance/selections/application.html", context)


def _judgement(by: Acting, found: SeatApplication) -> dict:
    """The panel's words and scores for selectors and mayor; notes for the selectors alone, and recorded."""
    if not permissions.can_read_assessments(by, found):
        return {}
    reads_notes = bool(permissions.can_read_interview_notes(by, found))
    reason = _("Selection of committee members")
    assessments = list(found.assessments.select_related("selector"))
    envelopes = [found.interview_note, *(words for row in assessments for words in (row.note, row.conflict))]
    opened = look(envelopes, by=by, matter=found, reason=reason) if reads_notes else [""] * len(envelopes)
    note, *said = opened
    rows = [
        {"selector": str(row.selector), "score": row.score, "note": note_of, "conflict": conflict}
        for row, note_of, conflict in zip(assessments, said[::2], said[1::2], strict=True)
    ]
    return {"note": note, "assessments": rows, "panel": panel_words(found)}


def _form_verb(
    act: Callable[..., object], form_class: type[forms.Form], name: str, prefix: str | None
) -> Callable[..., HttpResponse]:
    """A verb with words: what is wrong comes back on the page with what was typed."""

    @login_required
    @require_POST
    def view(request: HttpRequest, pk: str) -> HttpResponse:
        found = _application(request, pk)
        form = form_class(request.POST, prefix=prefix)
        if not form.is_valid():
            return _page(request, found, **{name: form})
        act(found, by=request.acting, **form.cleaned_data)
        messages.success(request, _("This has been recorded."))
        return redirect("governance:application-detail", pk)

    return view


def _press(act: Callable[..., object]) -> Callable[..., HttpResponse]:
    """A verb that needs nothing but a press."""

    @login_required
    @require_POST
    def view(request: HttpRequest, pk: str) -> HttpResponse:
        act(_application(request, pk), by=request.acting)
        return redirect("governance:application-detail", pk)

    return view


interview = _form_verb(actions.interview, InterviewForm, "interview_form", "interview")
assess = _form_verb(actions.assess, ScoreForm, "score_form", "score")
declare_conflict = _form_verb(actions.declare_conflict, ConflictForm, "conflict_form", "conflict")
recommend = _form_verb(actions.recommend, AssessmentForm, "form", None)
reserve = _form_verb(actions.reserve, AssessmentForm, "form", None)
set_aside = _form_verb(actions.set_aside, AssessmentForm, "form", None)
select = _press(actions.select)
decline = _press(actions.decline)


def _application(request: HttpRequest, pk: str) -> SeatApplication:
    require(can_read_applications(request.acting))
    rows = SeatApplication.objects.handed_in().select_related("recruitment__term__body", "applicant")
    return get_object_or_404(rows, pk=pk)


def _way(found: SeatApplication) -> list[dict]:
    recruitment = found.recruitment
    body = recruitment.term.body
    return breadcrumbs(
        (body.shown_name, reverse("governance:committee-detail", args=[body.code])),
        (str(recruitment), reverse("governance:recruitment-detail", args=[body.code, recruitment.pk])),
        (_("Applications received"), reverse("governance:application-list", args=[recruitment.pk])),
        (str(found.applicant), ""),
    )
