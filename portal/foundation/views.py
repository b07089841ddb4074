"""Pages of the floor itself: components on show, nothing found, something broken."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from .gallery import components, examples


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component with its examples; screenshots and accessibility tests read this page."""
    context = {"components": components(), "examples": examples(), "page_title": _("Components")}
    return render(request, "layout/gallery.html", context)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Absent and forbidden look alike."""
    return render(request, "layout/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Without database, session or layout: words that always work."""
    return HttpResponse(render_to_string("layout/500.html"), status=500)
