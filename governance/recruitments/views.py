"""The public call, and the verbs of those who plan it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.applications import permissions as applications
from governance.applications.lifecycle import BEING_CONSIDERED, ApplicationStatus
from governance.committees.models import CommitteeTerm
from governance.committees.sections import breadcrumbs
from portal.foundation.decisions import Decision
from portal.foundation.paging import keyset
from residents.models import Body

from . import actions, permissions
from .forms import CancelForm, ExtendForm, RecruitmentForm
from .lifecycle import TONES, RecruitmentStatus
from .models import Recruitment
from .rows import recruitment_facts, recruitment_row

QUESTIONS: dict[str, Callable[..., Decision]] = {
    "announce": permissions.can_announce_recruitment,
    "revise": permissions.can_revise_recruitment,
    "extend": permissions.can_extend_recruitment,
    "complete": permissions.can_complete_recruitment,
    "cancel": permissions.can_cancel_recruitment,
    "enter": applications.can_enter_application,
}


def index(request: HttpRequest, code: str) -> HttpResponse:
    """Every call of one committee, past and present."""
    body = get_object_or_404(Body, code=code, kind=Body.Kind.COMMITTEE)
    found = Recruitment.objects.visible_to(request.acting).filter(term__body=body)
    page = keyset(found.select_related("term__body"), request, order="-opens_on -id")
    context = {
        "body": body,
        "page": page,
        "rows": [recruitment_row(recruitment) for recruitment in page],
        "breadcrumbs": breadcrumbs((body.shown_name, _page(body)), (_("Recruitment of members"), "")),
        "page_title": _("Recruitment of members of %(committee)s") % {"committee": body},
    }
    return render(request, "governance/recruitments/list.html", context)


def detail(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """The call as announced; an applicant also sees what became of their application."""
    recruitment = _recruitment(request, code, pk)
    may = {
        verb: not request.acting.is_guest and ask(request.acting, recruitment)
        for verb, ask in QUESTIONS.items()
    }
    is_planned = recruitment.status == RecruitmentStatus.PLANNED
    context = {
        "recruitment": recruitment,
        "page_title": str(recruitment),
        "breadcrumbs": _way(recruitment),
        "facts": recruitment_facts(recruitment),
        "tone": TONES.get(recruitment.status, "neutral"),
        "is_accepting": recruitment.status == RecruitmentStatus.ACCEPTING,
        "may": may,
        "not_ready": may["announce"] if is_planned and not may["announce"] else None,
        "may_read": not request.acting.is_guest and applications.can_read_applications(request.acting),
        "called_off": _reason(recruitment) if recruitment.status == RecruitmentStatus.CANCELLED else "",
        **_own_application(request, recruitment),
    }
    return render(request, "governance/recruitments/detail.html", context)


@login_required
def plan(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Prepare a call for a term."""
    term = get_object_or_404(CommitteeTerm.objects.select_related("body"), body__code=code, number=number)
    may = permissions.can_plan_recruitment(request.acting)
    form = RecruitmentForm(request.POST or None, initial={"seats": term.target_seats})
    if request.method == "POST" and form.is_valid():
        recruitment = actions.plan(term, by=request.acting, **form.cleaned_data)
        messages.success(request, _("The plan has been saved. It is public once it is announced."))
        return redirect("governance:recruitment-detail", code, recruitment.pk)
    words = {
        "page_title": _("Plan a recruitment"),
        "lead": f"{term.body} {term}",
        "submit": _("Save the plan"),
    }
    return _act(request, form, may, back=_page(term.body), **words)


@login_required
def revise(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Change the plan; nobody outside has read it yet."""
    recruitment = _recruitment(request, code, pk)
    may = permissions.can_revise_recruitment(request.acting, recruitment)
    initial = {name: getattr(recruitment, name) for name in RecruitmentForm.Meta.fields}
    form = RecruitmentForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.revise(recruitment, by=request.acting, **form.cleaned_data)
        return redirect("governance:recruitment-detail", code, pk)
    words = {"page_title": _("Change the plan"), "submit": _("Save the plan"), "lead": str(recruitment)}
    return _act(request, form, may, back=_address(recruitment), **words)


@login_required
def extend(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Accept applications again, because too few came."""
    recruitment = _recruitment(request, code, pk)
    may = permissions.can_extend_recruitment(request.acting, recruitment)
    form = ExtendForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.extend(recruitment, by=request.acting, **form.cleaned_data)
        return redirect("governance:recruitment-detail", code, pk)
    words = {
        "page_title": _("Extend the application period"),
        "submit": _("Accept applications until this day"),
        "lead": str(recruitment),
    }
    return _act(request, form, may, back=_address(recruitment), **words)


@login_required
def cancel(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Call it off and say why."""
    recruitment = _recruitment(request, code, pk)
    may = permissions.can_cancel_recruitment(request.acting, recruitment)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.cancel(recruitment, by=request.acting, **form.cleaned_data)
        return redirect("governance:recruitment-detail", code, pk)
    words = {
        "page_title": _("Call the recruitment off"),
        "submit": _("Call the recruitment off"),
        "lead": str(recruitment),
        "tone": "danger",
    }
    return _act(request, form, may, back=_address(recruitment), **words)


@login_required
@require_POST
def announce(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    recruitment = actions.announce(_recruitment(request, code, pk), by=request.acting)
    messages.success(request, _("The recruitment is public now."))
    return redirect("governance:recruitment-detail", code, recruitment.pk)


@login_required
@require_POST
def complete(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    recruitment = actions.complete(_recruitment(request, code, pk), by=request.acting)
    return redirect("governance:recruitment-detail", code, recruitment.pk)


def _act(
    request: HttpRequest, form: Any, may: Decision, *, back: str, tone: str = "primary", **words: str
) -> HttpResponse:
    context = {"form": form, "may": may, "back": back, "tone": tone, **words}
    return render(request, "governance/act.html", context)


def _own_application(request: HttpRequest, recruitment: Recruitment) -> dict:
    if request.acting.is_guest:
        return {}
    found = recruitment.applications.by_applicant(request.user).select_related("recruitment__term__body")
    mine = found.order_by("-submitted_at").first()
    if mine is None:
        return {}
    return {
        "mine": mine,
        "is_draft": mine.status == ApplicationStatus.DRAFT,
        "is_considered": mine.status in BEING_CONSIDERED,
        "may_supplement": applications.can_supplement(request.acting, mine),
        "may_withdraw": applications.can_withdraw_application(request.acting, mine),
        "may_accept": applications.can_accept_application(request.acting, mine),
    }


def _reason(recruitment: Recruitment) -> str:
    step = recruitment.steps.filter(verb="cancel").last()
    return step.reason if step else ""


def _way(recruitment: Recruitment) -> list[dict]:
    body = recruitment.term.body
    return breadcrumbs(
        (body.shown_name, _page(body)),
        (_("Recruitment of members"), reverse("governance:recruitment-list", args=[body.code])),
        (str(recruitment), ""),
    )


def _page(body: Body) -> str:
    return reverse("governance:committee-detail", args=[body.code])


def _address(recruitment: Recruitment) -> str:
    return reverse("governance:recruitment-detail", args=[recruitment.term.body.code, recruitment.pk])


def _recruitment(request: HttpRequest, code: str, pk: int) -> Recruitment:
    found = Recruitment.objects.visible_to(request.acting).select_related("term__body")
    return get_object_or_404(found, term__body__code=code, pk=pk)
