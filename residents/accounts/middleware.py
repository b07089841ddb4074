"""On every request: who acts, and for whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from portal.foundation.acting import GUEST, Acting

SESSION_KEY = "acting_body"


def acting(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give the request its ``acting``, found out only when somebody asks."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.acting = SimpleLazyObject(lambda: acting_of(request))  # type: ignore[attr-defined]
        return get_response(request)

    return middleware


def acting_of(request: Any) -> Acting:
    """The logged-in person, for the body chosen in the header if they still belong to it."""
    if not request.user.is_authenticated:
        return GUEST
    chosen = request.session.get(SESSION_KEY)
    if chosen is None:
        return Acting(request.user)
    membership = request.user.memberships.in_force().filter(body_id=chosen).select_related("body").first()
    return Acting(request.user, membership.body if membership else None)


def choose(request: Any, body: Any) -> None:
    """Act for a body from now on (``None``: for oneself)."""
    if body is None:
        request.session.pop(SESSION_KEY, None)
    else:
        request.session[SESSION_KEY] = body.pk
