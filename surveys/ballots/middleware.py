"""A way in that knows nobody: before anything else reads the request, what could name its sender is put down."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound

WAY = re.compile(r"^/(?:[a-z-]+/)?surveys/[^/]+/ballot/")
ANSWERS = re.compile(r"^/(?:[a-z-]+/)?surveys/[^/]+/(?:answer|ballot|ballot/find)/$")
"""What the answering process serves: all that is done by right of a ticket or token sent along."""
NAMES_THE_SENDER = (
    "HTTP_COOKIE",
    "HTTP_AUTHORIZATION",
    "HTTP_REFERER",
    "HTTP_USER_AGENT",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_REAL_IP",
    "HTTP_FORWARDED",
)


def without_sender(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Draw and answer by ballot token without cookie, session, account, browser or address.

    It stands first, so that neither a page nor a log nor a brake of ours can come to know them, and the answer
    sets no cookie and lets no address of this page travel on.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if not WAY.match(request.path_info):
            return get_response(request)
        return _unseen(request, get_response)

    return middleware


def answers_only(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """In the answering process: serve the pages of answering, what they load, and whether it lives; from nobody."""

    def middleware(request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if not (ANSWERS.match(path) or path == "/healthz" or path.startswith(settings.STATIC_URL)):
            return HttpResponseNotFound("Only answers are taken here.", content_type="text/plain")
        return _unseen(request, get_response)

    return middleware


def _unseen(request: HttpRequest, get_response: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    for name in NAMES_THE_SENDER:
        request.META.pop(name, None)
    request.META["REMOTE_ADDR"] = ""
    response = get_response(request)
    response.cookies.clear()
    response["Referrer-Policy"] = "no-referrer"
    return response
