"""The payment list as files; every file taken leaves a line in the ledger."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.foundation import clock
from portal.foundation.decisions import require
from residents.models import Body, User

from . import actions, permissions
from .lifecycle import Entitlement
from .models import HonorariumList
from .paper import NoPrinter, pdf
from .rows import head, slips_of, taxed, totals
from .spreadsheet import slip_book, workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
def spreadsheet(request: HttpRequest, pk: int) -> HttpResponse:
    """For the accounts section."""
    drawn_up, lines = _read(request, pk)
    actions.export(drawn_up, form="xlsx", by=request.acting)
    return _file(workbook(drawn_up, lines), XLSX, drawn_up, "xlsx")


@login_required
def slips(request: HttpRequest, pk: int) -> HttpResponse:
    """What each person's tax slip must say: paid in the year, withheld, and in which column."""
    drawn_up, lines = _read(request, pk)
    actions.export(drawn_up, form="slips", by=request.acting)
    return _file(slip_book(drawn_up, slips_of(lines)), XLSX, drawn_up, "slips.xlsx")


@login_required
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """For the file and the seals."""
    drawn_up, lines = _read(request, pk)
    try:
        printed = pdf(_printed(drawn_up, lines, request))
    except NoPrinter:
        messages.error(request, _("This machine cannot make a PDF. Please take the XLSX file."))
        return redirect(drawn_up)
    actions.export(drawn_up, form="pdf", by=request.acting)
    return _file(printed, "application/pdf", drawn_up, "pdf")


def _read(request: HttpRequest, pk: int) -> tuple[HonorariumList, list[Any]]:
    require(permissions.can_read_lists(request.acting))
    drawn_up = get_object_or_404(HonorariumList.objects.select_related("body"), pk=pk)
    return drawn_up, list(drawn_up.lines.select_related("person"))


def _file(content: bytes, kind: str, drawn_up: HonorariumList, ending: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    name = f"honoraria-{drawn_up.body.code}-{drawn_up.fiscal_year}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


def _printed(drawn_up: HonorariumList, lines: list[Any], request: HttpRequest) -> dict[str, Any]:
    return {
        "title": _("Honoraria of %(committee)s") % {"committee": drawn_up.body},
        "list": drawn_up,
        "kind": drawn_up.get_kind_display(),
        "head": head(),
        "rows": [
            {
                "name": str(line.person),
                "entitlement": Entitlement(line.entitlement).label,
                "months": line.months,
                "amount": f"{line.amount:,}",
                "withheld": f"{line.withheld:,}",
                "net": f"{line.net:,}",
                "tax": taxed(line),
            }
            for line in lines
        ],
        "totals": [f"{total:,}" for total in totals(lines)],
        "steps": _seals(drawn_up),
        "today": clock.today(),
        "office": request.acting.body_name,
    }


def _seals(drawn_up: HonorariumList) -> list[dict[str, Any]]:
    """Who drew up, checked and approved it, and when; an empty field where nobody has yet."""
    done = {step.verb: step for step in drawn_up.steps.all()}
    people = {
        str(p.pk): p for p in User.objects.filter(pk__in=[s.person_id for s in done.values() if s.person_id])
    }
    bodies = {
        str(b.pk): b for b in Body.objects.filter(pk__in=[s.body_id for s in done.values() if s.body_id])
    }
    titles = {"draft": _("Drawn up"), "check": _("Checked"), "approve": _("Approved")}
    found = []
    for verb, title in titles.items():
        step = done.get(verb)
        who = people.get(step.person_id) if step else None
        body = bodies.get(step.body_id) if step else None
        found.append(
            {
                "title": title,
                "who": f"{body or ''} {who or ''}".strip(),
                "on": timezone.localtime(step.at).date() if step else None,
            }
        )
    return found
