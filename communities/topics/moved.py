"""Old addresses of what was moved lead to where it is now, for readers and for forms already open."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from communities.forums.models import Forum
from communities.posts.models import Post, Thread

View = Callable[..., HttpResponse]


def follows_moves(view: View) -> View:
    """A topic or post that is not found in the place an address names is looked for where it went.

    What was sent in a form goes along (RFC 9110, 307), so that nobody's words are lost meanwhile.
    """

    @wraps(view)
    def following(request: HttpRequest, shelf: str, slug: str, **what: int) -> HttpResponse:
        try:
            return view(request, shelf, slug, **what)
        except Http404:
            forum = _where_it_is(request.user, **what)
            if forum is None or (forum.shelf, forum.slug) == (shelf, slug):
                raise
            page = reverse(request.resolver_match.view_name, kwargs={**forum.address, **what})
            query = request.META.get("QUERY_STRING", "")
            sends = request.method == "POST"
            return HttpResponseRedirect(f"{page}?{query}" if query else page, preserve_request=sends)

    return following


def _where_it_is(reader: Any, thread: int | None = None, pk: int | None = None) -> Forum | None:
    """As far as the reader may see it; else it is as absent as what never was."""
    found: Any = (
        Thread.objects.visible_to(reader).filter(pk=thread)
        if thread is not None
        else Post.objects.for_audiences_of(reader).filter(pk=pk)
    ).select_related("forum")
    row = found.first()
    return row.forum if row is not None else None
