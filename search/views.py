"""The one page where everything is looked for."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from . import highlights
from .finding import SHOWN, Found, find, other_spellings, similar_titles
from .models import Entry

PAGE = 20
LONGEST = 100
KINDS: dict[str, Promise] = {
    "notice": _("Notices"),
    "page": _("Guides and pages"),
    "community": _("Communities"),
    "room": _("Conference rooms"),
    "post": _("Posts"),
    "survey": _("Surveys"),
    "rule": _("Rules"),
    "resolution": _("Resolutions"),
    "theme": _("Themes"),
    "proposal": _("Proposals and answers"),
    "event": _("Events"),
    "shelter": _("Shelters"),
}
LABELS: dict[str, tuple[Promise, str]] = {
    "government": (_("From the city"), "info"),
    "operator": (_("From the operator"), "neutral"),
    "abolished": (_("Abolished"), "danger"),
    "lapsed": (_("Lapsed"), "danger"),
    "repealed": (_("Repealed before its day"), "danger"),
    "not_adopted": (_("Not adopted"), "danger"),
    "withdrawn": (_("Draft withdrawn"), "danger"),
    "proposed": (_("Proposed, not in force"), "warning"),
    "coming": (_("Not yet in force"), "warning"),
    "cancelled": (_("Cancelled"), "danger"),
}


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Results for ``?q=``, narrowed by ``?kind=``; without a question the page explains itself."""
    question = request.GET.get("q", "").strip()[:LONGEST]
    kind = request.GET.get("kind", "") if request.GET.get("kind") in KINDS else ""
    language = get_language() or settings.LANGUAGE_CODE
    found = find(question, request.user, kind=kind, language=language)
    page = Paginator(found.entries, PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "page_title": _("Search"),
        "question": question,
        "kind": kind,
        "found": found,
        "limit": SHOWN,
        "kinds": _tabs(request, found, kind),
        "page": page,
        "previous_url": _address(request, page=page.previous_page_number()) if page.has_previous() else "",
        "next_url": _address(request, page=page.next_page_number()) if page.has_next() else "",
        "results": _results(page.object_list, found, language),
    }
    if question and not found.total:
        context["spellings"] = [
            other for other in other_spellings(question) if find(other, request.user).total
        ]
        context["similar"] = similar_titles(question, request.user)
    response = render(request, "search/results.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _tabs(request: HttpRequest, found: Found, kind: str) -> list[dict[str, Any]]:
    """Everything, then each kind that was found; what the reader may not see is in no number."""
    everything = {
        "label": _("Everything"),
        "url": _address(request),
        "count": found.total,
        "current": not kind,
    }
    kinds = [
        {
            "label": name,
            "url": _address(request, kind=code),
            "count": found.counts[code],
            "current": code == kind,
        }
        for code, name in KINDS.items()
        if found.counts[code]
    ]
    return [everything, *kinds]


def _address(request: HttpRequest, **changes: Any) -> str:
    """This question, narrowed or turned over; a narrower question begins at its first page."""
    kept = {"q": request.GET.get("q", "")}
    if "page" in changes and request.GET.get("kind"):
        kept["kind"] = request.GET["kind"]
    return f"{request.path}?{urlencode(kept | changes)}"


def _results(entries: Any, found: Found, language: str) -> list[dict[str, Any]]:
    """What a row shows; the text is read for the rows of this page only."""
    whole = Entry.objects.defer("tokens").in_bulk([entry.pk for entry in entries]) if entries else {}
    return [_row(whole[entry.pk], found, language) for entry in entries if entry.pk in whole]


def _row(entry: Entry, found: Found, language: str) -> dict[str, Any]:
    written_in = entry.locale or settings.LANGUAGE_CODE
    prefix = "" if entry.locale or language == settings.LANGUAGE_CODE else f"/{language}"
    label, tone = LABELS.get(entry.label, ("", ""))
    return {
        "title": highlights.marked(entry.title, found.terms),
        "snippet": highlights.snippet(entry.text, found.terms),
        "url": prefix + entry.url,
        "kind": KINDS[entry.kind],
        "label": label,
        "tone": tone,
        "date": entry.created_at,
        "lang": written_in if written_in != language else "",
    }
