"""The public call, the application form, and the pages of those who select."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.committees.sections import breadcrumbs
from portal.foundation.decisions import require

from . import actions
from .forms import ApplicationForm, AssessmentForm
from .lifecycle import TONES, RecruitmentStatus
from .models import Recruitment, SeatApplication
from .permissions import (
    can_decline_application,
    can_read_applications,
    can_recommend_application,
    can_select_application,
    can_submit_application,
    can_withdraw_application,
)
from .rows import recruitment_facts


def detail(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """The call as announced; an applicant also sees what became of their application."""
    recruitment = _recruitment(code, pk)
    mine = None
    if not request.acting.is_guest:
        mine = recruitment.applications.by_applicant(request.user).order_by("-submitted_at").first()
    return render(
        request,
        "governance/recruitments/detail.html",
        {
            "recruitment": recruitment,
            "page_title": str(recruitment),
            "breadcrumbs": breadcrumbs(
                (recruitment.term.body.shown_name, reverse("governance:committee-detail", args=[code])),
                (str(recruitment), ""),
            ),
            "facts": recruitment_facts(recruitment),
            "tone": TONES.get(recruitment.status, "neutral"),
            "is_accepting": recruitment.status == RecruitmentStatus.ACCEPTING,
            "mine": mine,
            "may_withdraw": mine is not None and can_withdraw_application(request.acting, mine),
            "may_read": not request.acting.is_guest and can_read_applications(request.acting),
        },
    )


@login_required
def submit(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    recruitment = _recruitment(code, pk)
    may = can_submit_application(request.acting, recruitment)
    form = ApplicationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.submit(recruitment, by=request.acting, **form.cleaned_data)
        messages.success(request, _("Your application has been received."))
        return redirect("governance:recruitment-detail", code, pk)
    return render(
        request, "governance/recruitments/submit.html", {"recruitment": recruitment, "form": form, "may": may}
    )


@login_required
def applications(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody who applied, for secretariat, selection committee and mayor."""
    require(can_read_applications(request.acting))
    recruitment = get_object_or_404(Recruitment.objects.select_related("term__body"), pk=pk)
    found = recruitment.applications.select_related("applicant").order_by("submitted_at")
    return render(
        request,
        "governance/recruitments/applications.html",
        {"recruitment": recruitment, "applications": found},
    )


@login_required
def application(request: HttpRequest, pk: str) -> HttpResponse:
    """One application, opened on purpose: looking at the motives is itself recorded."""
    require(can_read_applications(request.acting))
    found = _application(pk)
    return render(
        request,
        "governance/recruitments/application.html",
        {
            "application": found,
            "motives": found.motives.reveal(by=request.acting, reason=_("Selection of committee members")),
            "form": AssessmentForm(),
            "may_recommend": can_recommend_application(request.acting, found),
            "may_select": can_select_application(request.acting, found),
            "may_decline": can_decline_application(request.acting, found),
        },
    )


@login_required
@require_POST
def recommend(request: HttpRequest, pk: str) -> HttpResponse:
    return _assess(request, pk, actions.recommend)


@login_required
@require_POST
def set_aside(request: HttpRequest, pk: str) -> HttpResponse:
    return _assess(request, pk, actions.set_aside)


@login_required
@require_POST
def select(request: HttpRequest, pk: str) -> HttpResponse:
    found = actions.select(_application(pk), by=request.acting)
    return redirect("governance:application-detail", found.pk)


@login_required
@require_POST
def decline(request: HttpRequest, pk: str) -> HttpResponse:
    found = actions.decline(_application(pk), by=request.acting)
    return redirect("governance:application-detail", found.pk)


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: str) -> HttpResponse:
    mine = get_object_or_404(SeatApplication.objects.by_applicant(request.user), pk=pk)
    actions.withdraw(mine, by=request.acting)
    messages.success(request, _("Your application has been withdrawn."))
    recruitment = mine.recruitment
    return redirect("governance:recruitment-detail", recruitment.term.body.code, recruitment.pk)


def _assess(request: HttpRequest, pk: str, act: Callable[..., SeatApplication]) -> HttpResponse:
    require(can_read_applications(request.acting))
    form = AssessmentForm(request.POST)
    if form.is_valid():
        act(_application(pk), by=request.acting, **form.cleaned_data)
    else:
        messages.error(request, _("Please write an assessment."))
    return redirect("governance:application-detail", pk)


def _recruitment(code: str, pk: int) -> Recruitment:
    found = Recruitment.objects.published().select_related("term__body")
    return get_object_or_404(found, term__body__code=code, pk=pk)


def _application(pk: str) -> SeatApplication:
    return get_object_or_404(
        SeatApplication.objects.select_related("recruitment__term__body", "applicant"), pk=pk
    )
