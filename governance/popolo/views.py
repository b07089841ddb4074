"""Committees as open data, and the public page of history that was taken in."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.committees.sections import breadcrumbs
from portal.foundation.open_data import json_answer
from portal.foundation.paging import keyset

from . import export
from .models import ImportedMembership, ImportedOrganisation
from .rows import head, membership_cells, organisation_row


@require_safe
def data(request: HttpRequest, code: str = "") -> HttpResponse:
    """All committees, or one of them, as Popolo JSON with licence and freshness."""
    bodies = list(export.committees().filter(code=code) if code else export.committees())
    if code and not bodies:
        raise Http404
    page = (
        reverse("governance:committee-detail", args=[code]) if code else reverse("governance:committee-list")
    )
    found = export.data_set(request.build_absolute_uri(page), bodies)
    content: dict[str, Any] = {"meta": found.about(), **export.document(bodies, request.build_absolute_uri)}
    return json_answer(content, found)


@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """The organisations whose members were taken in from other records."""
    found = ImportedOrganisation.objects.annotate(members=Count("memberships")).filter(members__gt=0)
    page = keyset(found, request, order="name id")
    context = {
        "page_title": _("History taken in from other records"),
        "breadcrumbs": breadcrumbs((_("History taken in from other records"), "")),
        "page": page,
        "rows": [organisation_row(organisation) for organisation in page],
    }
    return render(request, "governance/popolo/history.html", context)


@require_safe
def organisation(request: HttpRequest, pk: int) -> HttpResponse:
    """Who belonged to one of them, oldest first."""
    found = get_object_or_404(ImportedOrganisation.objects.select_related("parent"), pk=pk)
    members = ImportedMembership.objects.filter(organisation=found).with_names()
    page = keyset(members, request, order="begun id", size=50)
    context = {
        "page_title": found.name,
        "breadcrumbs": breadcrumbs(
            (_("History taken in from other records"), reverse("governance:imported-history")),
            (found.name, ""),
        ),
        "organisation": found,
        "facts": [
            {"label": _("Kind"), "value": found.classification},
            {"label": _("Belongs to"), "value": found.parent.name if found.parent else ""},
            {"label": _("Other names"), "value": "、".join(found.other_names)},
            {"label": _("Founded"), "value": found.founded},
            {"label": _("Dissolved"), "value": found.dissolved},
        ],
        "page": page,
        "head": head(),
        "rows": [membership_cells(membership) for membership in page],
    }
    return render(request, "governance/popolo/organisation.html", context)
