"""What every shelf has to say about one case, and the public monthly report about all of them."""

from __future__ import annotations

import csv
from datetime import date
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance import violation_ledger
from governance.appeals import permissions as appeals
from governance.appeals.models import Appeal
from governance.sanctions.lifecycle import SanctionKind
from governance.sanctions.models import Sanction
from governance.sanctions.permissions import can_take_measure
from governance.sanctions.rows import sanction_facts
from governance.violations import permissions as cases
from governance.violations.act_page import way
from governance.violations.lifecycle import CASE
from governance.violations.models import ViolationCase
from governance.violations.rows import case_facts, case_steps
from governance.violations.views import visible_case
from portal.foundation import clock
from portal.foundation.acting import Acting


def index(request: HttpRequest) -> HttpResponse:
    """How violations are dealt with, and the months that were counted; open to everybody."""
    mine = ViolationCase.objects.none()
    if not request.acting.is_guest:
        mine = (
            ViolationCase.objects.concerning(request.user)
            .select_related("evidence")
            .order_by("-opened_at")[:5]
        )
    context = {
        "page_title": _("Dealing with violations"),
        "months": [_month_row(month) for month in violation_ledger.months()],
        "mine": [
            {
                "title": case.number,
                "url": case.get_absolute_url(),
                "status": case.get_status_display(),
                "tone": case.tone,
            }
            for case in mine
        ],
        "may_see_desk": cases.can_see_desk(request.acting),
        "breadcrumbs": [{"label": _("Dealing with violations"), "url": ""}],
    }
    return render(request, "governance/violations/index.html", context)


def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """One month in counts."""
    first = _first(year, month)
    found = violation_ledger.lines(first)
    tables = [
        {"caption": label, "rows": [(line.label, line.count) for line in found if line.section == section]}
        for section, label in violation_ledger.sections().items()
    ]
    context = {
        "page_title": _("Violations in %(month)s") % {"month": _name(first)},
        "tables": [table for table in tables if table["rows"]],
        "head": [_("What"), _("Count")],
        "numbers": [1],
        "csv_url": reverse("governance:violation-month-csv", args=[year, month]),
        "json_url": reverse("governance:violation-month-json", args=[year, month]),
        "is_running": first == clock.today().replace(day=1),
        "breadcrumbs": way((_name(first), "")),
    }
    return render(request, "governance/violations/month.html", context)


def as_csv(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """The same for spreadsheets."""
    first = _first(year, month)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="violations-{first:%Y-%m}.csv"'
    answer.write("\ufeff")
    writer = csv.writer(answer)
    writer.writerow(["month", "section", "key", "label", "count"])
    writer.writerows([f"{first:%Y-%m}", *line] for line in violation_ledger.lines(first))
    return answer


def as_json(request: HttpRequest, year: int, month: int) -> JsonResponse:
    """The same for programs."""
    first = _first(year, month)
    lines = [line._asdict() for line in violation_ledger.lines(first)]
    return JsonResponse(
        {"month": f"{first:%Y-%m}", "lines": lines}, json_dumps_params={"ensure_ascii": False}
    )


def case(request: HttpRequest, pk: Any) -> HttpResponse:
    """One case, as far as this reader may see it: what is held, what was decided, how to object."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    found = visible_case(request, pk)
    by = request.acting
    inside = bool(cases.can_read_file(by, found))
    sanctions = [
        _decision(by, sanction) for sanction in found.sanctions.with_words().select_related("appeal")
    ]
    context = {
        "page_title": _("Case %(number)s") % {"number": found.number},
        "case": found,
        "is_concerned": cases.is_concerned(by, found),
        "inside": inside,
        "facts": case_facts(found),
        "steps": case_steps(found, inside=inside),
        "sanctions": sanctions,
        "may": _may(by, found),
        "reports": found.reports.count() if inside else 0,
        "breadcrumbs": way((found.number, "")),
    }
    return render(request, "governance/violations/detail.html", context)


def _may(by: Acting, found: ViolationCase) -> dict[str, Any]:
    """The verbs of a case that this person may use now; for the committee's, a fitting resolution is asked with the form."""
    may: dict[str, Any] = {"make_statement": cases.can_make_statement(by, found)}
    if by.body is None:
        return may
    may |= {
        verb: getattr(cases, f"can_{verb}")(by, found)
        for verb in ("investigate", "dismiss", "hide_urgently", "open_hearing", "refer")
    }
    may["take_measure"] = can_take_measure(by, found, SanctionKind.ADVICE)
    committee = CASE.allows("sanction", found.status) and cases.decides(by, found)
    may["sanction"] = committee
    may["close_without_measure"] = committee or cases.can_close_without_measure(by, found)
    return may


def _decision(by: Acting, sanction: Sanction) -> dict[str, Any]:
    """One decision and its objection."""
    appeal: Appeal | None = getattr(sanction, "appeal", None)
    row: dict[str, Any] = {
        "sanction": sanction,
        "facts": sanction_facts(sanction),
        "appeal": appeal,
        "may_file": appeal is None and appeals.can_file(by, sanction),
    }
    if appeal is None:
        return row
    appeal.sanction = sanction
    row["may_read_grounds"] = appeals.can_read_grounds(by, appeal)
    if appeal.is_waiting:
        row["may_withdraw"] = appeals.can_withdraw(by, appeal)
        row["may_examine"] = by.body is not None and appeals.can_examine(by, appeal)
        row["may_decide"] = by.body is not None and appeals.can_uphold(by, appeal)
    return row


def _month_row(first: date) -> dict[str, Any]:
    url = reverse("governance:violation-month", args=[first.year, first.month])
    return {"title": _name(first), "url": url}


def _name(first: date) -> str:
    return _("%(year)s-%(month)s") % {"year": first.year, "month": f"{first.month:02d}"}


def _first(year: int, month: int) -> date:
    """The month asked for, or 404 for one that has not begun or never was."""
    try:
        first = date(year, month, 1)
    except ValueError:
        raise Http404 from None
    if first > clock.today() or year < 2001:
        raise Http404
    return first
