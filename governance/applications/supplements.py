"""Pages of what is missing in an application, and of a nomination where nobody applied."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.committees.sections import breadcrumbs
from governance.recruitments.models import Recruitment
from portal.foundation.decisions import Denied, require

from . import actions
from .forms import NominationForm, SupplementForm, SupplementRequestForm
from .models import SeatApplication
from .permissions import (
    can_ask_supplement,
    can_nominate_applicant,
    can_read_applications,
    can_supplement,
    open_supplement,
)


@login_required
def ask(request: HttpRequest, pk: str) -> HttpResponse:
    """Ask an applicant for what is missing."""
    require(can_read_applications(request.acting))
    rows = SeatApplication.objects.handed_in().select_related("recruitment__term__body", "applicant")
    application = get_object_or_404(rows, pk=pk)
    form = SupplementRequestForm(request.POST or None)
    back = reverse("governance:application-detail", args=[pk])
    if request.method == "POST" and form.is_valid():
        actions.ask_supplement(application, by=request.acting, **form.cleaned_data)
        messages.success(request, _("The applicant has been asked."))
        return redirect(back)
    title = _("Ask the applicant for a supplement")
    context = {
        "form": form,
        "may": can_ask_supplement(request.acting, application),
        "page_title": title,
        "lead": f"{application.recruitment} – {application.applicant}",
        "submit": _("Ask the applicant"),
        "back": back,
        "breadcrumbs": breadcrumbs((str(application.applicant), back), (title, "")),
    }
    return render(request, "governance/act.html", context)


@login_required
def supplement(request: HttpRequest, pk: str) -> HttpResponse:
    """The applicant's own page: what is asked, and the reply."""
    own = SeatApplication.objects.by_applicant(request.user).select_related("recruitment__term__body")
    application = get_object_or_404(own, pk=pk)
    form = SupplementForm(request.POST or None)
    code = application.recruitment.term.body.code
    back = reverse("governance:recruitment-detail", args=[code, application.recruitment_id])
    if request.method == "POST" and form.is_valid():
        actions.supplement(application, by=request.acting, **form.cleaned_data)
        messages.success(request, _("Your reply has been added to your application."))
        return redirect(back)
    asked = open_supplement(application)
    reason = _("Supplementing one's own application")
    title = _("Supplement your application")
    context = {
        "form": form,
        "may": can_supplement(request.acting, application),
        "page_title": title,
        "lead": str(application.recruitment),
        "note": asked.request.reveal(by=request.acting, reason=reason) if asked else "",
        "submit": _("Send the reply"),
        "back": back,
        "breadcrumbs": breadcrumbs((str(application.recruitment), back), (title, "")),
    }
    return render(request, "governance/act.html", context)


@login_required
def nominate(request: HttpRequest, pk: int) -> HttpResponse:
    """Put somebody forward, where a rule of the town allows it and nobody applied."""
    require(can_read_applications(request.acting))
    recruitment = get_object_or_404(Recruitment.objects.select_related("term__body"), pk=pk)
    form = NominationForm(request.POST or None)
    back = reverse("governance:application-list", args=[pk])
    if request.method == "POST" and form.is_valid():
        try:
            actions.nominate(recruitment, by=request.acting, **form.cleaned_data)
            messages.success(request, _("The nominee has been entered and told."))
            return redirect(back)
        except Denied as refused:
            form.add_error(None, str(refused))
    title = _("Nominate somebody")
    context = {
        "form": form,
        "may": can_nominate_applicant(request.acting, recruitment),
        "page_title": title,
        "lead": f"{recruitment.term.body} – {recruitment}",
        "submit": _("Enter the nominee"),
        "back": back,
        "breadcrumbs": breadcrumbs((str(recruitment), back), (title, "")),
    }
    return render(request, "governance/act.html", context)
