"""Reporting what became of an answer, and concluding it."""

from __future__ import annotations

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from governance.answers.views import item_of
from governance.proposals.verb_pages import act, nothing_to_type, visible

from . import actions, forms, permissions


@login_required
def progress_report(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The responsible section says how far it has got."""
    found = visible(request, pk)
    item = item_of(found, number)
    may = permissions.can_report_progress(request.acting, item)
    form = forms.ReportForm(request.POST or None, item)
    title = _("Report on “%(item)s”") % {"item": item.title}
    words = {"title": title, "done": _("The report has been published."), "item": item}
    submit = _("Publish the report")
    return act(request, found, form, may, partial(actions.report, item), **{**words, "submit": submit})


@login_required
def proposal_conclude(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing more is owed."""
    found = visible(request, pk)
    may = permissions.can_conclude_proposal(request.acting, found)
    words = {"title": _("Conclude this proposal"), "done": _("The proposal has been concluded.")}
    form = nothing_to_type(request)
    return act(request, found, form, may, partial(actions.conclude, found), **words)
