"""Opening a term of a committee."""

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.foundation import clock, parameters
from portal.foundation.decisions import Denied, require
from residents.models import Body

from . import actions
from .forms import TermForm
from .permissions import can_open_term
from .sections import breadcrumbs


@login_required
def open_term(request: HttpRequest, code: str) -> HttpResponse:
    """第n期を設ける: the next number and the day after the last term are put in already."""
    body = get_object_or_404(Body, code=code, kind=Body.Kind.COMMITTEE)
    may = can_open_term(request.acting)
    require(may)
    form = TermForm(request.POST or None, initial=_next(body))
    page = reverse("governance:committee-detail", args=[code])
    if request.method == "POST" and form.is_valid():
        try:
            term = actions.open_term(body, by=request.acting, **form.cleaned_data)
            messages.success(request, _("The term has been opened. Now plan the recruitment."))
            return redirect("governance:term-detail", code, term.number)
        except Denied as refused:
            form.add_error(None, str(refused))
    context = {
        "form": form,
        "may": may,
        "page_title": _("Open a term"),
        "lead": body.shown_name,
        "submit": _("Open the term"),
        "back": page,
        "breadcrumbs": breadcrumbs((body.shown_name, page), (_("Open a term"), "")),
    }
    return render(request, "governance/act.html", context)


def _next(body: Body) -> dict:
    last = body.committee_terms.order_by("-number").first()
    try:
        seats = parameters.value("committee.max_members")
    except parameters.NotSet:
        seats = None
    return {
        "number": last.number + 1 if last else 1,
        "starts_on": last.ends_on + timedelta(days=1) if last else clock.today(),
        "target_seats": last.target_seats if last else seats,
    }
