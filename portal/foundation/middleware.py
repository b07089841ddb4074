"""What happens around every request: kept pages before it, refusals in words after it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from csp.decorators import csp
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from . import page_cache as pages
from .decisions import Denied, OnlyForOneself

Respond = Callable[[HttpRequest], HttpResponse]


def page_cache(get_response: Respond) -> Respond:
    """Answer visitors without a session from kept pages."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return pages.respond(request, get_response)

    return middleware


EDITORS = re.compile(r"^/(?:[a-z-]+/)?cms/")


def editors_policy(get_response: Respond) -> Respond:
    """The editors' screens have a content security policy of their own; everything else keeps the strict one."""
    in_the_editors_rooms: Any = csp(settings.EDITORS_CONTENT_SECURITY_POLICY)(get_response)

    def middleware(request: HttpRequest) -> HttpResponse:
        return (in_the_editors_rooms if EDITORS.match(request.path) else get_response)(request)

    return middleware


class denials:
    """Turn a ``Denied`` into a 403 page that prints the reason and the next step."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Denied):
            return None
        return denied(request, exception)


def denied(request: HttpRequest, refusal: Denied) -> HttpResponse:
    """The page that says why not."""
    context: dict[str, Any] = {"reason": refusal.reason, "next_step": refusal.next_step}
    if isinstance(refusal, OnlyForOneself) and request.method == "GET":
        context["come_back"] = request.get_full_path()
    return render(request, "layout/denied.html", context, status=403)
