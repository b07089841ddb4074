"""Asking the caretakers; their list, and the answer."""

from __future__ import annotations

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from communities.forums.places import place, way, way_in
from communities.verb_page import posted, verb_page
from portal.foundation.paging import keyset

from . import actions, permissions
from .forms import AnswerForm, AskForm
from .models import HelpRequest


@login_required
def index(request: HttpRequest) -> HttpResponse:
    """One's own; for the caretakers everybody's, newest first."""
    found = HelpRequest.objects.visible_to(request.acting).select_related("forum", "asked_by")
    page = keyset(found, request)
    context = {
        "page_title": _("Requests for help"),
        "page": page,
        "rows": [_row(one) for one in page],
        "breadcrumbs": way("rooms", (_("Requests for help"), "")),
    }
    return render(request, "communities/help_requests/list.html", context)


@login_required
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    context = {
        "page_title": _("Request for help in “%(forum)s”") % {"forum": found.forum.title},
        "found": found,
        "words": actions.read(found, by=request.acting),
        "may_answer": permissions.can_answer_help(request.acting, found),
        "may_close": permissions.can_close_help(request.acting, found),
        "breadcrumbs": way("rooms", _list(), (found.forum.title, "")),
    }
    return render(request, "communities/help_requests/detail.html", context)


def ask(request: HttpRequest, shelf: str, slug: str) -> HttpResponse:
    forum = place(request, shelf, slug)
    return verb_page(
        request,
        may=permissions.can_ask_for_help(request.acting, forum),
        form=AskForm(posted(request)),
        perform=partial(actions.ask_for_help, forum, by=request.acting),
        done=_("The caretakers have your question. You will be told when they answer."),
        back=reverse("communities:help-request-list"),
        question=_("Ask the caretakers for help"),
        submit=_("Send the question"),
        breadcrumbs=way_in(forum, (_("Ask the caretakers for help"), "")),
    )


def answer(request: HttpRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    may = permissions.can_answer_help(request.acting, found)
    return verb_page(
        request,
        may=may,
        form=AnswerForm(posted(request)),
        perform=partial(actions.answer, found, by=request.acting),
        done=_("Answered. The person who asked has been told."),
        back=found.get_absolute_url(),
        question=_("Answer the request for help"),
        text=actions.read(found, by=request.acting)["question"] if may else "",
        submit=_("Send the answer"),
        breadcrumbs=way("rooms", _list(), (found.forum.title, found.get_absolute_url()), (_("Answer"), "")),
    )


def close(request: HttpRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    return verb_page(
        request,
        may=permissions.can_close_help(request.acting, found),
        perform=partial(actions.close, found, by=request.acting),
        done=_("The request is closed."),
        back=found.get_absolute_url(),
        question=_("Is it settled?"),
        submit=_("It is settled"),
        breadcrumbs=way("rooms", _list(), (found.forum.title, found.get_absolute_url()), (_("Close it"), "")),
    )


def _row(one: HelpRequest) -> dict[str, object]:
    return {
        "title": one.forum.title,
        "url": one.get_absolute_url(),
        "date": one.asked_at,
        "status": one.get_status_display(),
        "tone": one.tone,
        "meta": one.asked_by.display_name,
    }


def _list() -> tuple[str, str]:
    return _("Requests for help"), reverse("communities:help-request-list")


def _found(request: HttpRequest, pk: int) -> HelpRequest:
    rows = HelpRequest.objects.visible_to(request.acting).select_related("forum", "asked_by", "answered_by")
    return get_object_or_404(rows, pk=pk)
