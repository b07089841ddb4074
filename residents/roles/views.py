"""The tables of roles as one reads them: in force on a day, past, coming, and what each changes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.foundation import clock
from portal.foundation.paging import keyset

from . import permissions, presenting, printed_tables
from .coverage import coverage
from .models import RoleTable
from .requirements import missing


def way(*steps: tuple[str, str]) -> list[dict[str, str]]:
    way = [(_("Division of roles"), reverse("residents:role-table")), *steps]
    return [{"label": label, "url": url} for label, url in way]


def in_force(request: HttpRequest) -> HttpResponse:
    """Which body holds which function on a day, and what nobody holds (庁内横断, checklist 11)."""
    try:
        day = date.fromisoformat(request.GET.get("asof", ""))
    except ValueError:
        day = clock.today()
    table = RoleTable.objects.in_force(day)
    context = {
        "table": table,
        "day": day,
        "rows": presenting.held_on(table, day),
        "coverage": coverage(table, day),
        "may_draft": permissions.can_draft_table(request.acting),
    }
    return render(request, "residents/roles/table.html", context)


def tables(request: HttpRequest) -> HttpResponse:
    """Every table that was ever approved; those who keep them also see drafts."""
    found = RoleTable.objects.all()
    if not _sees_drafts(request):
        found = found.decided()
    page = keyset(found, request, order="-effective_from -id")
    items = [
        {
            "title": table.title,
            "url": table.get_absolute_url(),
            "status": table.get_status_display(),
            "tone": table.tone,
            "date": table.effective_from,
            "meta": table.source,
        }
        for table in page
    ]
    context = {
        "page_title": _("Tables of roles"),
        "breadcrumbs": way((_("Tables of roles"), "")),
        "page": page,
        "items": items,
        "may_draft": permissions.can_draft_table(request.acting),
    }
    return render(request, "residents/roles/tables.html", context)


def _sees_drafts(request: HttpRequest) -> bool:
    return bool(permissions.can_read_table(request.acting, RoleTable(status="draft")))


def readable(request: HttpRequest, pk: int) -> RoleTable:
    table = get_object_or_404(RoleTable, pk=pk)
    if not permissions.can_read_table(request.acting, table):
        raise Http404
    return table


def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One table: what it changes, what it leaves open, who did what, and what may be done now."""
    table = readable(request, pk)
    by = request.acting
    before = RoleTable.objects.in_force(table.effective_from - clock.ONE_DAY)
    sees_drafts = _sees_drafts(request)
    context = {
        "table": table,
        "page_title": table.title,
        "breadcrumbs": way((_("Tables of roles"), reverse("residents:role-table-list")), (table.title, "")),
        "facts": [
            {"label": _("Takes effect on"), "date": table.effective_from},
            {"label": _("Source"), "value": table.source},
            {"label": _("Compared with"), "value": before.title if before else ""},
        ],
        "changes": presenting.changes(before, table),
        "rows": presenting.rows_of(table),
        "printed": printed_tables.shown(table.printed),
        "gaps": missing(table) if sees_drafts and table.status in ("draft", "checked") else [],
        "coverage": coverage(table, table.effective_from),
        "history": presenting.history(table),
        "may_revise": permissions.can_revise_table(by, table),
        "acts": _acts(by, table),
        "approve_waits": _why_not_approved(by, table),
    }
    return render(request, "residents/roles/detail.html", context)


def _acts(by: Any, table: RoleTable) -> list[dict[str, str]]:
    """The verbs this person may do now, as links."""
    asked: list[tuple[str, str, str, Any]] = [
        ("check", _("Check the table"), "primary", permissions.can_check_table),
        ("approve", _("Approve the table"), "primary", permissions.can_approve_table),
        ("revise", _("Change title or day"), "secondary", permissions.can_revise_table),
        ("reopen", _("Take it back for changes"), "secondary", permissions.can_reopen_table),
        ("revoke", _("Take the approval back"), "secondary", permissions.can_revoke_table),
        ("discard", _("Discard"), "danger", permissions.can_discard_table),
    ]
    return [
        {"text": text, "url": reverse(f"residents:role-table-{verb}", args=[table.pk]), "tone": tone}
        for verb, text, tone, may in asked
        if may(by, table)
    ]


def _why_not_approved(by: Any, table: RoleTable) -> Any:
    """The approver is told what stands in the way; others are told nothing."""
    if table.status != "checked" or not permissions.holds(by, "roles.table_approve"):
        return None
    may = permissions.can_approve_table(by, table)
    return None if may else may
