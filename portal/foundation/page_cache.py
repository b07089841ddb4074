"""Whole pages for visitors without a session: the cheapest answer is one already given.

A page is kept only if the visitor has no session, the answer sets no cookie and needs none. Every
line written to the ledger starts a new generation, so nobody reads yesterday's town.

Addresses with a question mark are never kept: whoever invents questions would fill the cache and push
out what others need. The language stands in the path, so nothing here depends on the browser's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest, HttpResponse

SECONDS = 60
LARGEST = 512 * 1024
_GENERATION = "pages:generation"
_NEVER = ("/readyz", "/healthz", "/media/")


def invalidate() -> None:
    """Forget all kept pages once the present transaction is committed."""
    transaction.on_commit(_next_generation)


def _next_generation() -> None:
    cache.add(_GENERATION, 0, None)
    cache.incr(_GENERATION)


def _is_plain_visit(request: HttpRequest) -> bool:
    return (
        request.method == "GET"
        and not request.META.get("QUERY_STRING")
        and not _our_cookies().intersection(request.COOKIES)
        and "Authorization" not in request.headers
        and not request.path.startswith(_NEVER)
    )


def _our_cookies() -> set[str]:
    """Cookies by which a page may differ; ``messages`` carries a guest's own news."""
    return {
        settings.SESSION_COOKIE_NAME,
        settings.CSRF_COOKIE_NAME,
        settings.LANGUAGE_COOKIE_NAME,
        "messages",
    }


def _may_keep(response: HttpResponse) -> bool:
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not any(word in response.get("Cache-Control", "") for word in ("no-store", "private"))
        and not response.has_header("Content-Disposition")
        and len(response.content) <= LARGEST
    )


def _key(request: HttpRequest) -> str:
    """One key per generation, scheme, host and path; hashed, for a cache takes short and plain keys only."""
    address = f"{request.scheme}://{request.get_host()}{request.path}"
    return f"pages:{cache.get(_GENERATION, 0)}:{hashlib.sha256(address.encode()).hexdigest()}"


def respond(request: HttpRequest, get_response: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    """Serve a kept page, or ask for it and keep it."""
    if not settings.PAGE_CACHE or not _is_plain_visit(request):
        return get_response(request)
    key = _key(request)
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
