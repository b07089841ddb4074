"""Making a member chair or vice-chair, and leaving the office."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.committees.sections import breadcrumbs
from governance.seats.lifecycle import OfficeKind
from governance.seats.models import Office, Seat
from portal.foundation.decisions import Denied, require

from . import actions
from .forms import OfficeForm, StepDownForm
from .permissions import can_step_down, may_fill_office


@login_required
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a member chair or vice-chair."""
    seat = get_object_or_404(Seat.objects.select_related("person", "term__body"), pk=pk)
    form = OfficeForm(request.POST or None, seat=seat)
    if request.method == "POST" and form.is_valid():
        try:
            actions.choose(seat, by=request.acting, **form.cleaned_data)
            messages.success(request, _("The office has been filled."))
            return redirect("governance:committee-detail", seat.term.body.code)
        except Denied as refused:
            form.add_error(None, f"{refused.reason} {refused.next_step}".strip())
    may = {kind: may_fill_office(request.acting, seat, kind) for kind in OfficeKind}
    context = {
        "seat": seat,
        "form": form,
        "may": next((yes for yes in may.values() if yes), may[OfficeKind.CHAIR]),
    }
    return render(request, "governance/offices/choose.html", context)


@login_required
def step_down(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave the chair or a vice-chair's office and stay a member."""
    offices = Office.objects.filter(seat__person=request.user).select_related(
        "seat__person", "seat__term__body"
    )
    office = get_object_or_404(offices, pk=pk)
    require(can_step_down(request.acting, office))
    form = StepDownForm(request.POST or None)
    body = office.seat.term.body
    if request.method == "POST" and form.is_valid():
        actions.step_down(office, by=request.acting, **form.cleaned_data)
        messages.success(request, _("You have left the office and stay a member."))
        return redirect("governance:committee-detail", body.code)
    page = reverse("governance:committee-detail", args=[body.code])
    context = {
        "form": form,
        "may": True,
        "page_title": _("Step down from the office"),
        "submit": _("Step down from the office"),
        "lead": f"{body} {office.seat.term} – {office.seat}",
        "back": page,
        "breadcrumbs": breadcrumbs((body.shown_name, page), (_("Step down from the office"), "")),
    }
    return render(request, "governance/act.html", context)
