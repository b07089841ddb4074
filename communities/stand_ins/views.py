"""Asking for a stand-in, the caretakers' list, and the answer."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from communities.forums.places import place, way, way_in
from communities.verb_page import posted, verb_page
from portal.foundation.paging import keyset
from portal.foundation.printed_dates import japanese_date

from . import actions, permissions
from .forms import DeclineForm, RequestForm
from .models import StandIn


@login_required
def index(request: HttpRequest) -> HttpResponse:
    """What one asked for or does oneself; for the caretakers all of it, newest first."""
    page = keyset(StandIn.objects.visible_to(request.acting).select_related("forum"), request)
    context = {
        "page_title": _("Stand-ins for facilitators"),
        "page": page,
        "rows": [_row(one) for one in page],
        "breadcrumbs": way("rooms", (_("Stand-ins for facilitators"), "")),
    }
    return render(request, "communities/stand_ins/list.html", context)


@login_required
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    found, by = _found(request, pk), request.acting
    context = {
        "page_title": _("Stand-in in “%(forum)s”") % {"forum": found.forum.title},
        "found": found,
        "reason": found.reason.reveal(by=by, reason=_("Finding a stand-in for a facilitator")),
        "may_agree": permissions.can_agree(by, found),
        "may_decline": permissions.can_decline(by, found),
        "may_withdraw": permissions.can_withdraw(by, found),
        "may_end": permissions.can_end(by, found),
        "breadcrumbs": way("rooms", _list(), (found.forum.title, "")),
    }
    return render(request, "communities/stand_ins/detail.html", context)


def request_stand_in(request: HttpRequest, slug: str) -> HttpResponse:
    forum = place(request, "rooms", slug)
    return verb_page(
        request,
        may=permissions.can_request_stand_in(request.acting, forum),
        form=RequestForm(posted(request)),
        perform=partial(actions.request_stand_in, forum, by=request.acting),
        done=_("The caretakers have been asked."),
        back=reverse("communities:stand-in-list"),
        question=_("Ask a caretaker to stand in"),
        text=_("On these days a caretaker who agrees leads the talk in the room in your place."),
        submit=_("Ask the caretakers"),
        breadcrumbs=way_in(forum, (_("Ask a caretaker to stand in"), "")),
    )


def agree(request: HttpRequest, pk: int) -> HttpResponse:
    return _act(
        request,
        pk,
        "agree",
        done=_("You stand in on these days. Those who lead the room have been told."),
        question=_("Stand in for the facilitator?"),
        submit=_("Stand in"),
    )


def decline(request: HttpRequest, pk: int) -> HttpResponse:
    return _act(
        request,
        pk,
        "decline",
        form=DeclineForm(posted(request)),
        done=_("The facilitator has been told."),
        question=_("Can nobody stand in?"),
        submit=_("Decline"),
    )


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    return _act(
        request,
        pk,
        "withdraw",
        done=_("Taken back. The caretakers have been told."),
        question=_("Take the request back?"),
        submit=_("Take it back"),
    )


def end(request: HttpRequest, pk: int) -> HttpResponse:
    return _act(
        request,
        pk,
        "end",
        done=_("It has ended. The other side has been told."),
        question=_("End the standing in today?"),
        submit=_("End it"),
    )


QUESTIONS: dict[str, Any] = {
    "agree": permissions.can_agree,
    "decline": permissions.can_decline,
    "withdraw": permissions.can_withdraw,
    "end": permissions.can_end,
}


def _act(request: HttpRequest, pk: int, verb: str, **page: Any) -> HttpResponse:
    found = _found(request, pk)
    return verb_page(
        request,
        may=QUESTIONS[verb](request.acting, found),
        perform=partial(getattr(actions, verb), found, by=request.acting),
        back=found.get_absolute_url(),
        text=f"{found.forum.title}　{japanese_date(found.from_on)} – {japanese_date(found.until_on)}",
        breadcrumbs=way(
            "rooms", _list(), (found.forum.title, found.get_absolute_url()), (page["submit"], "")
        ),
        **page,
    )


def _row(one: StandIn) -> dict[str, object]:
    return {
        "title": one.forum.title,
        "url": one.get_absolute_url(),
        "date": one.from_on,
        "status": one.get_status_display(),
        "tone": one.tone,
    }


def _list() -> tuple[str, str]:
    return _("Stand-ins for facilitators"), reverse("communities:stand-in-list")


def _found(request: HttpRequest, pk: int) -> StandIn:
    rows = StandIn.objects.visible_to(request.acting).select_related("forum", "asked_by", "caretaker")
    return get_object_or_404(rows, pk=pk)
