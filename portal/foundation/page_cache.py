"""Whole pages for visitors without a session: the cheapest answer is one already given.

A page is kept only if the visitor has no session, the answer sets no cookie and needs none. Every
line written to the ledger starts a new generation, so nobody reads yesterday's town.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest, HttpResponse

SECONDS = 60
_GENERATION = "pages:generation"


def invalidate() -> None:
    """Forget all kept pages once the present transaction is committed."""
    transaction.on_commit(_next_generation)


def _next_generation() -> None:
    cache.add(_GENERATION, 0, None)
    cache.incr(_GENERATION)


def _is_plain_visit(request: HttpRequest) -> bool:
    return (
        request.method == "GET"
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and settings.CSRF_COOKIE_NAME not in request.COOKIES
        and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES
        and not request.path.startswith(("/readyz", "/healthz"))
    )


def _may_keep(response: HttpResponse) -> bool:
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "no-store" not in response.get("Cache-Control", "")
        and not response.has_header("Content-Disposition")
    )


def respond(request: HttpRequest, get_response: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    """Serve a kept page, or ask for it and keep it."""
    if not settings.PAGE_CACHE or not _is_plain_visit(request):
        return get_response(request)
    key = f"pages:{cache.get(_GENERATION, 0)}:{request.get_host()}:{request.get_full_path()}"
    kept = cache.get(key)
    if kept is not None:
        response = HttpResponse(kept[0])
        for name, value in kept[1]:
            response[name] = value
        return response
    response = get_response(request)
    if _may_keep(response):
        cache.set(key, (response.content, list(response.items())), SECONDS)
    return response
