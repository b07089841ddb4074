"""A topic from its first post on, and what its facilitator does with it as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from communities.forums.models import Forum
from communities.forums.places import place, way_in
from communities.posts import permissions as posts
from communities.posts import unsent
from communities.posts.forms import WriteForm
from communities.posts.models import Post
from communities.posts.rows import Row, rows
from communities.posts.views import shown_consent, topic
from communities.verb_page import posted, verb_page
from portal.foundation.decisions import Denied
from portal.foundation.paging import KeysetPage, keyset

from . import actions, permissions
from .forms import MoveForm, SplitForm, WhyForm
from .rows import acts

QUESTIONS: dict[str, Callable[..., Any]] = {
    "close": permissions.can_close_thread,
    "reopen": permissions.can_reopen_thread,
    "pin": permissions.can_pin_thread,
    "unpin": permissions.can_unpin_thread,
    "move_up": permissions.can_move_up_thread,
    "move_down": permissions.can_move_down_thread,
    "move": permissions.can_move_thread,
}


def detail(request: HttpRequest, shelf: str, slug: str, thread: int) -> HttpResponse:
    """A topic from its first post on."""
    forum = place(request, shelf, slug)
    found = topic(request, forum, thread)
    by = request.acting
    page = keyset(found.posts.for_audiences_of(request.user).with_words(), request, order="id")
    may_write = posts.can_write(by, found)
    path = reverse("communities:post-write", kwargs={**forum.address, "thread": found.pk})
    may = {} if by.is_guest else {verb: ask(by, found) for verb, ask in QUESTIONS.items()}
    context = {
        "page_title": found.title,
        "forum": forum,
        "thread": found,
        "page": page,
        "rows": _splittable(rows(page.items, forum, by), page, may),
        "acts": acts(found, request.user),
        "may_write": may_write,
        "may": may,
        "may_order": any(may.values()),
        "form": WriteForm(by=by, initial=unsent.found(request, path)) if may_write else None,
        "consent": shown_consent(forum),
        "breadcrumbs": way_in(forum, (found.title, "")),
    }
    return render(request, "communities/topics/detail.html", context)


def close(request: HttpRequest, shelf: str, slug: str, thread: int) -> HttpResponse:
    return _act(
        request,
        place(request, shelf, slug),
        thread,
        "close",
        form=WhyForm(posted(request)),
        done=_("The topic is closed. It stays readable."),
        question=_("Close the topic “%(thread)s”?"),
        submit=_("Close the topic"),
    )


def reopen(request: HttpRequest, shelf: str, slug: str, thread: int) -> HttpResponse:
    return _act(
        request,
        place(request, shelf, slug),
        thread,
        "reopen",
        done=_("The topic is open again. Everybody who wrote in it has been told."),
        question=_("Open the topic “%(thread)s” again?"),
        submit=_("Open it again"),
    )


def pin(request: HttpRequest, shelf: str, slug: str, thread: int) -> HttpResponse:
    return _act(
        request,
        place(request, shelf, slug),
        thread,
        "pin",
        done=_("The topic stands at the top of the list."),
        question=_("Put the topic “%(thread)s” at the top of the list?"),
        submit=_("Put it at the top"),
    )


def unpin(request: HttpRequest, shelf: str, slug: str, thread: int) -> HttpResponse:
    return _act(
        request,
        place(request, shelf, slug),
        thread,
        "unpin",
        done=_("The topic stands in its place by its latest post."),
        question=_("Put the topic “%(thread)s” back in its place?"),
        submit=_("Put it back in its place"),
    )


def move_up(request: HttpRequest, shelf: str, slug: str, thread: int) -> HttpResponse:
    return _reorder(
        request,
        place(request, shelf, slug),
        thread,
        "move_up",
        done=_("The topic stands one place higher."),
        question=_("Move the topic “%(thread)s” one place up?"),
        submit=_("Move it up"),
    )


def move_down(request: HttpRequest, shelf: str, slug: str, thread: int) -> HttpResponse:
    return _reorder(
        request,
        place(request, shelf, slug),
        thread,
        "move_down",
        done=_("The topic stands one place lower."),
        question=_("Move the topic “%(thread)s” one place down?"),
        submit=_("Move it down"),
    )


def move(request: HttpRequest, shelf: str, slug: str, thread: int) -> HttpResponse:
    """Only to places with the same readers; where there is none, the page says so at once."""
    forum = place(request, shelf, slug)
    found = topic(request, forum, thread)
    may = permissions.can_move_thread(request.acting, found)
    places = permissions.places_for(request.acting, found) if may else Forum.objects.none()
    if may and not places.exists():
        may = Denied(
            _("There is no place to which this topic could go."),
            _("It needs a place in which you take part, with the same readers and the same names."),
        )
    form = MoveForm(posted(request), places=places)
    text = _("The posts keep their words and their dates, and the old addresses lead to the new place.")
    return _act(
        request,
        forum,
        thread,
        "move",
        may=may,
        form=form,
        done=_("The topic was moved. Everybody who wrote in it has been told."),
        question=_("Move the topic “%(thread)s” to another place"),
        text=text,
        submit=_("Move the topic"),
    )


def split(request: HttpRequest, shelf: str, slug: str, pk: int) -> HttpResponse:
    """From one post on."""
    forum = place(request, shelf, slug)
    shown = Post.objects.visible_to(request.user).in_forum(forum).select_related("thread", "forum")
    first = get_object_or_404(shown, pk=pk)
    found = first.thread
    found.forum = forum
    return verb_page(
        request,
        may=permissions.can_split_thread(request.acting, found, first),
        form=SplitForm(posted(request)),
        perform=lambda **words: actions.split(first, by=request.acting, **words),
        done=_("A topic of its own was made. Everybody concerned has been told."),
        back=first.get_absolute_url(),
        question=_("Make a topic of this post and those after it"),
        text=first.body,
        submit=_("Split the topic"),
        breadcrumbs=way_in(forum, (found.title, found.get_absolute_url()), (_("Split it"), "")),
    )


def _reorder(request: HttpRequest, forum: Forum, thread: int, verb: str, **page: Any) -> HttpResponse:
    """Pressed in the list, it goes back to the list, where the order is seen."""
    return _act(request, forum, thread, verb, back=f"{forum.get_absolute_url()}#topics", **page)


def _act(
    request: HttpRequest,
    forum: Forum,
    thread: int,
    verb: str,
    *,
    question: str,
    may: Any = None,
    back: str = "",
    **page: Any,
) -> HttpResponse:
    found = topic(request, forum, thread)
    act = getattr(actions, verb)
    return verb_page(
        request,
        may=QUESTIONS[verb](request.acting, found) if may is None else may,
        perform=lambda **words: act(found, by=request.acting, **words),
        back=back or found.get_absolute_url(),
        question=question % {"thread": found.title},
        breadcrumbs=way_in(forum, (found.title, found.get_absolute_url()), (page["submit"], "")),
        **page,
    )


def _splittable(shown: list[Row], page: KeysetPage, may: dict[str, Any]) -> list[Row]:
    """Beside every post but the first of the topic stands the way to split, for those who may."""
    if not may.get("move"):
        return shown
    return [
        replace(row, may_split=row.post.is_shown and (number > 0 or page.previous_url is not None))
        for number, row in enumerate(shown)
    ]
