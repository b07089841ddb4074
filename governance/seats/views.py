"""The roster of a term, the letter of commission, and the mayor's and members' verbs."""

from functools import partial
from io import BytesIO

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import IntegrityError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.applications.lifecycle import ApplicationStatus
from governance.applications.models import SeatApplication
from governance.applications.permissions import can_read_applications
from governance.committees import actions as committees
from governance.committees.models import CommitteeTerm
from governance.committees.permissions import can_raise_maximum, maximum_of
from governance.committees.sections import breadcrumbs
from governance.recruitments.models import Recruitment
from governance.recruitments.permissions import can_plan_recruitment
from portal.foundation import clock
from portal.foundation.decisions import require
from portal.foundation.verb_page import posted, verb_page

from . import actions
from .forms import CommissionForm, LastDayForm, MaximumForm, ReasonForm
from .letter import NoPrinter, pdf, wording
from .models import Seat
from .permissions import (
    can_accept_resignation,
    can_commission_seat,
    can_dismiss_member,
    can_resign_seat,
)
from .roster import by_office, roster


def term(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Everybody who sat in a term, with every office held in it and its days."""
    found = get_object_or_404(CommitteeTerm.objects.select_related("body"), body__code=code, number=number)
    seats = by_office(Seat.objects.filter(term=found).with_all_offices().order_by("pk"))
    context = {
        "term": found,
        "body": found.body,
        "roster": roster(seats, with_days=True),
        "decisions": found.size_decisions.all(),
        "may_recruit": not request.acting.is_guest and can_plan_recruitment(request.acting),
        "breadcrumbs": breadcrumbs((found.body.shown_name, _page(found)), (str(found), "")),
        "page_title": f"{found.body} {found}",
    }
    return render(request, "governance/seats/term.html", context)


@login_required
def commissions(request: HttpRequest, pk: int) -> HttpResponse:
    """What the mayor has before them: those selected, the seats in force and the maximum."""
    require(can_read_applications(request.acting))
    recruitment = get_object_or_404(Recruitment.objects.select_related("term__body"), pk=pk)
    selected = recruitment.applications.filter(status=ApplicationStatus.ACCEPTED).select_related("applicant")
    in_force = recruitment.term.seats.in_force().count()
    return render(
        request,
        "governance/seats/commissions.html",
        {
            "recruitment": recruitment,
            "term": recruitment.term,
            "applications": selected,
            "seats_in_force": in_force,
            "maximum": maximum_of(recruitment.term, clock.today()),
            "maximum_form": MaximumForm(),
            "may_raise": can_raise_maximum(request.acting),
        },
    )


@login_required
def commission(request: HttpRequest, pk: str) -> HttpResponse:
    """The mayor signs the letter of one of them."""
    require(can_read_applications(request.acting))
    application = get_object_or_404(
        SeatApplication.objects.select_related("recruitment__term__body", "applicant"), pk=pk
    )
    term = application.recruitment.term
    question = _("Letter of commission for %(person)s") % {"person": application.applicant}
    waiting = reverse("governance:seat-commission-list", args=[application.recruitment_id])
    form = CommissionForm(posted(request), initial={"letter_number": _next_letter(term)}, term=term)
    page = partial(
        verb_page,
        request,
        may=can_commission_seat(request.acting, term, application),
        perform=partial(actions.commission, term, by=request.acting, application=application),
        form=form,
        question=question,
        submit=_("Issue the letter of commission"),
        done=_("The letter of commission has been issued."),
        back=waiting,
        breadcrumbs=breadcrumbs(
            (term.body.shown_name, _page(term)), (_("Commission members"), waiting), (question, "")
        ),
    )
    try:
        return page()
    except IntegrityError:
        form.add_error("letter_number", _("This letter number has already been used."))
        return page()


@login_required
def raise_maximum(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The mayor allows a term more members."""
    found = get_object_or_404(CommitteeTerm.objects.select_related("body"), body__code=code, number=number)
    question = _("Allow more members (Article 8, paragraph 2)")
    back = reverse("governance:term-detail", args=[code, number])
    return verb_page(
        request,
        may=can_raise_maximum(request.acting),
        perform=partial(committees.raise_maximum, found, by=request.acting),
        form=MaximumForm(posted(request)),
        question=question,
        submit=_("Record the decision"),
        done=_("The decision has been recorded."),
        back=back,
        breadcrumbs=breadcrumbs((found.body.shown_name, _page(found)), (str(found), back), (question, "")),
    )


@login_required
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """委嘱状: read by the member and by those who keep the register."""
    seat = _letter_of(request, pk)
    return render(
        request,
        "governance/seats/letter.html",
        {
            "seat": seat,
            "may_resign": seat.is_to_come and can_resign_seat(request.acting, seat),
            **wording(seat),
        },
    )


@login_required
def letter_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The same on paper, to be sealed and handed over."""
    seat = _letter_of(request, pk)
    try:
        content = pdf(seat)
    except NoPrinter:
        messages.error(request, _("PDFs cannot be made on this machine."))
        return redirect("governance:seat-letter", pk)
    return FileResponse(BytesIO(content), as_attachment=True, filename=f"commission-{seat.pk}.pdf")


@login_required
def resign(request: HttpRequest, pk: int) -> HttpResponse:
    seat = _seat(pk)
    if seat.person != request.user:
        raise Http404
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.resign(seat, by=request.acting, **form.cleaned_data)
        messages.success(request, _("Your resignation has been handed to the mayor."))
        return redirect("governance:committee-detail", seat.term.body.code)
    context = {"seat": seat, "form": form, "may": can_resign_seat(request.acting, seat)}
    return render(request, "governance/seats/resign.html", context)


@login_required
def accept_resignation(request: HttpRequest, pk: int) -> HttpResponse:
    seat = _seat(pk)
    require(can_accept_resignation(request.acting, seat))
    form = LastDayForm(request.POST or None, initial={"last_day": clock.today()})
    if request.method == "POST" and form.is_valid():
        actions.accept_resignation(seat, by=request.acting, **form.cleaned_data)
        messages.success(request, _("The resignation has been accepted."))
        return redirect("governance:committee-detail", seat.term.body.code)
    return render(request, "governance/seats/accept_resignation.html", {"seat": seat, "form": form})


@login_required
def dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    seat = _seat(pk)
    require(can_dismiss_member(request.acting, seat))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.dismiss(seat, by=request.acting, **form.cleaned_data)
        messages.success(request, _("The commission has been taken back."))
        return redirect("governance:committee-detail", seat.term.body.code)
    return render(request, "governance/seats/dismiss.html", {"seat": seat, "form": form})


def _page(found: CommitteeTerm) -> str:
    return reverse("governance:committee-detail", args=[found.body.code])


def _letter_of(request: HttpRequest, pk: int) -> Seat:
    seat = _seat(pk)
    if seat.person != request.user:
        require(can_read_applications(request.acting))
    return seat


def _seat(pk: int) -> Seat:
    return get_object_or_404(Seat.objects.select_related("person", "term__body"), pk=pk)


def _next_letter(found: CommitteeTerm) -> str:
    return _("Term %(term)s, letter %(number)s") % {"term": found.number, "number": found.seats.count() + 1}
