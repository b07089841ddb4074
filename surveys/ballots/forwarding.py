"""Hand what is answered on to the answering process, unread, and without who sends it.

In production the web server in front does this by address (docs/how-to/keep-issuing-and-answering-apart.md); this is
for the town on one machine, and for an address that was forgotten there.
"""

from __future__ import annotations

from collections.abc import Callable
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from portal.foundation.decisions import Denied
from portal.foundation.middleware import denied
from surveys.envelopes.views import BEGINNINGS

from .middleware import ANSWERS

HANDED_ON = ("Content-Type", "Host", "Accept-Language")
HANDED_BACK = (
    "Content-Type",
    "Content-Language",
    "Content-Security-Policy",
    "Cache-Control",
    "Expires",
    "Vary",
    "Allow",
    "Location",
)
SECONDS = 30


def answers_elsewhere(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Where an answering process is set up, the town's own process takes no answer."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not settings.ANSWERING_URL or not ANSWERS.match(request.path_info):
            return get_response(request)
        body = request.body  # as it came, before a form is read from it
        if request.POST.get("step") == "begin" and isinstance(brake := BEGINNINGS.take(request), Denied):
            return denied(request, brake)
        try:
            return _handed_on(request, body)
        except (OSError, HTTPException):
            return _silent(request)

    return middleware


def _handed_on(request: HttpRequest, body: bytes) -> HttpResponse:
    place = urlsplit(settings.ANSWERING_URL)
    headers = {name: request.headers[name] for name in HANDED_ON if name in request.headers}
    headers["X-Forwarded-Proto"] = request.scheme or "http"
    way = HTTPSConnection if place.scheme == "https" else HTTPConnection
    connection = way(place.hostname or "", place.port, timeout=SECONDS)
    try:
        connection.request(request.method or "GET", request.get_full_path(), body, headers)
        told = connection.getresponse()
        response = HttpResponse(told.read(), status=told.status)
        for name in HANDED_BACK:
            if value := told.getheader(name):
                response[name] = value
    finally:
        connection.close()
    response["Referrer-Policy"] = "no-referrer"
    return response


def _silent(request: HttpRequest) -> HttpResponse:
    """What was entered is still in the browser; whether it arrived is not known, and need not be."""
    refusal = Denied(
        _("Answers cannot be taken at this moment."),
        _(
            "Please wait a minute, go back and send it again. A ticket or token works once, so nothing is counted twice."
        ),
    )
    response = denied(request, refusal)
    response.status_code = 503
    return response
