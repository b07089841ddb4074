"""Pages of the floor itself: components on show, nothing found, something broken."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from .gallery import components, examples


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component with its examples; screenshots and accessibility tests read this page."""
    context = {"components": components(), "examples": examples(), "page_title": _("Components")}
    return render(request, "layout/gallery.html", context)


def closed(request: HttpRequest) -> HttpResponse:
    """Parts of Wagtail that show every section's drafts and history to whoever edits anything: not opened here."""
    raise Http404


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Absent and forbidden look alike."""
    return render(request, "layout/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Without database, session or layout: words that always work."""
    return HttpResponse(render_to_string("layout/500.html"), status=500)
