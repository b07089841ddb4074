"""Writing, posting and reading the summary of a room."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from communities.forums.places import way_in
from communities.posts.models import Post
from communities.posts.rows import rows
from communities.rooms.models import Room
from communities.verb_page import ReasonForm, posted, verb_page
from portal.foundation.decisions import Decision, require

from . import actions, permissions
from .forms import SummaryForm
from .models import Summary


def detail(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A summary with the posts it cites, as far as this reader may read them."""
    summary = _summary(request, slug, pk)
    by = request.acting
    cited = Post.objects.visible_to(request.user).with_words()
    cited = list(cited.filter(summary_citations__summary=summary).order_by("pk"))
    context = {
        "page_title": _("Summary of “%(forum)s”") % {"forum": summary.room.title},
        "summary": summary,
        "forum": summary.room,
        "cited": rows(cited, summary.room, by),
        "may_revise": permissions.can_revise_summary(by, summary),
        "may_post": permissions.can_post_summary(by, summary),
        "breadcrumbs": way_in(summary.room, (_("Summary"), "")),
    }
    return render(request, "communities/summaries/detail.html", context)


def draft(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a summary."""
    room = _room(request, slug)
    may = permissions.can_draft_summary(request.acting, room)
    return _writing(
        request,
        room,
        may,
        {},
        lambda words: actions.draft(room, by=request.acting, **words),
        lead=actions.read_request(room, by=request.acting) if may else "",
    )


def revise(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Word a draft anew."""
    summary = _summary(request, slug, pk)
    may = permissions.can_revise_summary(request.acting, summary)
    initial = SummaryForm.filled_from(summary)
    return _writing(
        request,
        summary.room,
        may,
        initial,
        lambda words: actions.revise(summary, by=request.acting, **words),
    )


def post(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Lay it before everybody who reads the room."""
    summary = _summary(request, slug, pk)
    return verb_page(
        request,
        may=permissions.can_post_summary(request.acting, summary),
        perform=lambda: actions.post(summary, by=request.acting),
        done=_("The summary is posted. Those who took part have been told."),
        back=summary.get_absolute_url(),
        question=_("Post this summary?"),
        text=_("Everybody who reads the room can read it then; its words stay as they are."),
        submit=_("Post the summary"),
        breadcrumbs=way_in(summary.room, (_("Summary"), summary.get_absolute_url()), (_("Post"), "")),
    )


def ask_caretaker(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand the writing over to the caretakers."""
    room = _room(request, slug)
    label = _("What you ask for, and why")
    return verb_page(
        request,
        may=permissions.can_ask_caretaker(request.acting, room),
        form=ReasonForm(posted(request), label=label),
        perform=lambda reason: actions.ask_caretaker(room, by=request.acting, reason=reason),
        done=_("The caretakers have been asked."),
        back=room.get_absolute_url(),
        question=_("Ask the caretakers for the summary"),
        submit=_("Ask the caretakers"),
        breadcrumbs=way_in(room, (_("Ask the caretakers"), "")),
    )


def _writing(
    request: HttpRequest, room: Room, may: Decision, initial: Any, write: Any, lead: str = ""
) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    require(may)
    form = SummaryForm(posted(request), room=room, initial=initial)
    if request.method == "POST" and form.is_valid():
        summary = write(form.cleaned_data)
        messages.success(request, _("The draft has been saved."))
        return redirect(summary)
    context = {
        "page_title": _("Write the summary of “%(forum)s”") % {"forum": room.title},
        "lead": lead,
        "form": form,
        "submit": _("Save the draft"),
        "breadcrumbs": way_in(room, (_("Summary"), "")),
    }
    return render(request, "communities/form.html", context)


def _room(request: HttpRequest, slug: str) -> Room:
    rooms = Room.objects.city_area().visible_to(request.user)
    return get_object_or_404(rooms.select_related("related_body"), slug=slug)


def _summary(request: HttpRequest, slug: str, pk: int) -> Summary:
    """A draft is absent for whoever may not read it."""
    summary = get_object_or_404(Summary.objects.select_related("author"), pk=pk, room=_room(request, slug))
    if not permissions.can_read_summary(request.acting, summary):
        raise Http404
    return summary
