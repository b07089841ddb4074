"""Objecting to a decision, and deciding the objection."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.sanctions.models import Sanction
from governance.violations import permissions as cases
from governance.violations.act_page import act_page, posted, way
from governance.violations.forms import WordsForm
from portal.foundation.printed_dates import japanese_date

from . import actions, permissions
from .forms import VaryForm
from .models import Appeal


def file(request: HttpRequest, pk: int) -> HttpResponse:
    """The form stands ready for the person concerned; nobody else finds it."""
    sanction = get_object_or_404(Sanction.objects.with_words(), pk=pk)
    if not cases.can_read(request.acting, sanction.case):
        raise Http404
    return act_page(
        request,
        sanction.case,
        may=permissions.can_file(request.acting, sanction),
        form=WordsForm(
            posted(request),
            name="grounds",
            label=_("Why the decision is wrong"),
            help_text=_("You can object until %(day)s.") % {"day": japanese_date(sanction.object_until)},
        ),
        perform=lambda grounds: actions.file(sanction, by=request.acting, grounds=grounds),
        done=_("Your objection was received. People who were not involved examine it."),
        question=_("Object to the decision"),
        submit=_("File the objection"),
        text=_(
            "This is an objection under the committee's own rules, not a request for review under the "
            "Administrative Complaint Review Act. Until it is decided, the decision runs on."
        ),
    )


@login_required
def grounds(request: HttpRequest, pk: Any) -> HttpResponse:
    """What the person wrote; the look is in the ledger."""
    appeal = _appeal(request, pk)
    case = appeal.sanction.case
    title = _("Objection in the case %(number)s") % {"number": case.number}
    context = {
        "page_title": title,
        "appeal": appeal,
        "case": case,
        "grounds": actions.read_grounds(appeal, by=request.acting),
        "breadcrumbs": way((case.number, case.get_absolute_url()), (_("Objection"), "")),
    }
    return render(request, "governance/appeals/grounds.html", context)


@login_required
@require_POST
def examine(request: HttpRequest, pk: Any) -> HttpResponse:
    appeal = actions.examine(_appeal(request, pk), by=request.acting)
    messages.success(request, _("You examine the objection. The person concerned has been told."))
    return redirect(appeal)


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: Any) -> HttpResponse:
    appeal = actions.withdraw(_appeal(request, pk), by=request.acting)
    messages.success(request, _("Your objection was withdrawn."))
    return redirect(appeal)


def uphold(request: HttpRequest, pk: Any) -> HttpResponse:
    appeal = _appeal(request, pk)
    return act_page(
        request,
        appeal.sanction.case,
        may=permissions.can_uphold(request.acting, appeal),
        form=WordsForm(posted(request)),
        perform=lambda reason: actions.uphold(appeal, by=request.acting, reason=reason),
        done=_("Decided. The person concerned has been told."),
        question=_("Let the decision stand?"),
        submit=_("Let the decision stand"),
    )


def vary(request: HttpRequest, pk: Any) -> HttpResponse:
    appeal = _appeal(request, pk)
    return act_page(
        request,
        appeal.sanction.case,
        may=permissions.can_vary(request.acting, appeal),
        form=VaryForm(posted(request)),
        perform=lambda **words: actions.vary(appeal, by=request.acting, **words),
        done=_("Decided. The person concerned has been told."),
        question=_("Make the decision milder?"),
        submit=_("Make the decision milder"),
    )


def annul(request: HttpRequest, pk: Any) -> HttpResponse:
    appeal = _appeal(request, pk)
    return act_page(
        request,
        appeal.sanction.case,
        may=permissions.can_annul(request.acting, appeal),
        form=WordsForm(posted(request)),
        perform=lambda reason: actions.annul(appeal, by=request.acting, reason=reason),
        done=_("Lifted. The post is shown again and the person may write."),
        question=_("Lift the decision?"),
        submit=_("Lift the decision"),
        text=_("A post that was hidden or deleted returns, and the person may write again at once."),
    )


def _appeal(request: HttpRequest, pk: Any) -> Appeal:
    """The objection, for those who may read the case; absent for everybody else."""
    appeal = get_object_or_404(Appeal.objects.with_words(), pk=pk)
    if not cases.can_read(request.acting, appeal.sanction.case):
        raise Http404
    return appeal
