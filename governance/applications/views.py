"""The application form, the paper typed in, the list of those who select, and the applicant's answers."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_POST

from governance.committees.sections import breadcrumbs
from governance.recruitments.models import Recruitment
from portal.foundation import clock
from portal.foundation.decisions import Denied, require
from portal.foundation.paging import keyset

from . import actions
from .balance import balance
from .drafts import begun_by, own_draft
from .forms import ApplicationForm, PaperApplicationForm
from .models import SeatApplication
from .permissions import (
    can_enter_application,
    can_nominate_applicant,
    can_read_applications,
    can_submit_application,
)
from .rows import application_row


@login_required
def submit(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    recruitment = get_object_or_404(_public_calls(), term__body__code=code, pk=pk)
    may = can_submit_application(request.acting, recruitment)
    draft = own_draft(request, recruitment)
    is_draft = "draft" in request.POST
    initial = begun_by(request.acting, draft)
    form = ApplicationForm(
        request.POST or None, items=recruitment.asked_items, is_draft=is_draft, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        act = actions.draft if is_draft else actions.submit
        act(recruitment, by=request.acting, **form.cleaned_data)
        done = _("Your draft has been saved.") if is_draft else _("Your application has been received.")
        messages.success(request, done)
        return redirect("governance:recruitment-detail", code, pk)
    context = {
        "recruitment": recruitment,
        "form": form,
        "may": may,
        "draft": draft,
        "breadcrumbs": _way(recruitment, _("Apply for a seat")),
    }
    return render(request, "governance/applications/submit.html", context)


@login_required
def enter(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Type in what came on paper."""
    recruitment = get_object_or_404(_public_calls(), term__body__code=code, pk=pk)
    may = can_enter_application(request.acting, recruitment)
    if not may and not can_read_applications(request.acting):
        require(may)
    form = PaperApplicationForm(
        request.POST or None, items=recruitment.asked_items, initial={"received_on": clock.today()}
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.enter(recruitment, by=request.acting, **form.cleaned_data)
            messages.success(request, _("The application on paper has been entered."))
            return redirect("governance:application-list", recruitment.pk)
        except Denied as refused:
            form.add_error(None, str(refused))
    context = {
        "form": form,
        "may": may,
        "page_title": _("Enter an application on paper"),
        "lead": f"{recruitment.term.body} – {recruitment}",
        "submit": _("Enter the application"),
        "back": reverse("governance:application-list", args=[recruitment.pk]),
        "breadcrumbs": _way(recruitment, _("Enter an application on paper")),
    }
    return render(request, "governance/act.html", context)


@login_required
def applications(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody who applied, for secretariat, selection committee and mayor."""
    recruitment = _for_those_who_select(request, pk)
    found = recruitment.applications.handed_in().select_related("applicant")
    page = keyset(found, request, order="submitted_at id")
    context = {
        "recruitment": recruitment,
        "page": page,
        "rows": [application_row(application) for application in page],
        "may_enter": can_enter_application(request.acting, recruitment),
        "may_nominate": can_nominate_applicant(request.acting, recruitment),
        "breadcrumbs": _way(recruitment, _("Applications received")),
    }
    return render(request, "governance/applications/list.html", context)


@login_required
def balance_of(request: HttpRequest, pk: int) -> HttpResponse:
    """Applicants and shortlist side by side, by what they declared themselves."""
    recruitment = _for_those_who_select(request, pk)
    tables = balance(recruitment, recruitment.applications.still_in(), by=request.acting)
    context = {
        "recruitment": recruitment,
        "tables": tables,
        "figures": [1, 2],
        "breadcrumbs": _way(recruitment, _("Balance of the applicants")),
    }
    return render(request, "governance/applications/balance.html", context)


def _answer(act: Callable[..., SeatApplication], done: str) -> Callable[..., HttpResponse]:
    """What an applicant says about their own application; nobody else's is found here."""

    @login_required
    @require_POST
    def view(request: HttpRequest, pk: str) -> HttpResponse:
        own = SeatApplication.objects.by_applicant(request.user).select_related("recruitment__term__body")
        mine = get_object_or_404(own, pk=pk)
        act(mine, by=request.acting)
        messages.success(request, _(done))
        recruitment = mine.recruitment
        return redirect("governance:recruitment-detail", recruitment.term.body.code, recruitment.pk)

    return view


accept = _answer(
    actions.accept, gettext_noop("You have accepted the seat. The letter of commission follows.")
)
turn_down = _answer(actions.turn_down, gettext_noop("You have turned the seat down."))
withdraw = _answer(actions.withdraw, gettext_noop("Your application has been withdrawn."))


def _for_those_who_select(request: HttpRequest, pk: int) -> Recruitment:
    require(can_read_applications(request.acting))
    return get_object_or_404(Recruitment.objects.select_related("term__body"), pk=pk)


def _public_calls():
    return Recruitment.objects.published().select_related("term__body")


def _way(recruitment: Recruitment, here: str) -> list[dict]:
    body = recruitment.term.body
    return breadcrumbs(
        (body.shown_name, reverse("governance:committee-detail", args=[body.code])),
        (str(recruitment), reverse("governance:recruitment-detail", args=[body.code, recruitment.pk])),
        (here, ""),
    )
