"""Uploaded files as far as everybody may have them: the pictures as pages show them.

Documents go through Wagtail, which knows who may read their collection; originals of pictures stay in the house.
"""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

SHOWN = ("images/",)


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """One picture; opened by itself it can run nothing."""
    if not path.startswith(SHOWN) or ".." in path:
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "public, max-age=86400"
    return response
