"""The secretariat's desk: overdue, today, the next thirty days, and what waits for whom."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from communities.communities.permissions import can_read_applications
from governance.violations.permissions import can_see_desk
from portal.foundation import agenda, clock
from portal.foundation.acting import Acting
from portal.foundation.agenda import Matter
from portal.foundation.decisions import require
from residents.bodies.permissions import may_reorganise

from .permissions import can_use_desk

DAYS = 30


@login_required
def desk(request: HttpRequest) -> HttpResponse:
    """One page from which everything that is due can be reached."""
    require(can_use_desk(request.acting))
    today = clock.today()
    until = today + timedelta(days=DAYS)
    found = agenda.sort(agenda.matters(request.acting, today, until), today)
    context = {
        "page_title": _("The secretariat's desk"),
        "today": today,
        "until": until,
        "figures": [
            {"label": _("Overdue"), "value": len(found.overdue)},
            {"label": _("Today"), "value": len(found.today)},
            {"label": _("Next %(days)s days") % {"days": DAYS}, "value": len(found.coming)},
            {"label": _("Waiting"), "value": len(found.waiting)},
        ],
        "overdue": [_row(matter, today, "danger") for matter in found.overdue],
        "due_today": [_row(matter, today, "warning") for matter in found.today],
        "coming": [_row(matter, today, "neutral") for matter in found.coming],
        "waiting": _by_whom(found.waiting, today),
        "doors": _doors() + _doors_for(request.acting),
    }
    return render(request, "governance/desk/desk.html", context)


def _row(matter: Matter, today: date, tone: str) -> dict[str, Any]:
    days = (matter.due_on - today).days if matter.due_on else None
    status = ""
    if days is not None and days < 0:
        status = _("%(days)s days overdue") % {"days": -days}
    elif days == 0:
        status = _("today")
    elif days is not None:
        status = _("in %(days)s days") % {"days": days}
    return {
        "title": matter.title,
        "url": matter.url,
        "date": matter.due_on,
        "status": status,
        "tone": tone,
        "meta": _("Waits for: %(who)s") % {"who": matter.waits_for} if matter.waits_for else "",
        "text": matter.text,
    }


def _by_whom(waiting: list[Matter], today: date) -> list[dict[str, Any]]:
    """Grouped by who has to act; the list comes sorted."""
    return [
        {"who": who, "items": [_row(matter, today, "neutral") | {"meta": ""} for matter in group]}
        for who, group in groupby(waiting, key=lambda matter: str(matter.waits_for))
    ]


def _doors() -> list[dict[str, str]]:
    """Where the secretariat works, as links; everything else is one step behind."""
    places = [
        ("governance:committee-list", _("Committees, meetings, honoraria")),
        ("governance:theme-list", _("Themes")),
        ("governance:proposal-list", _("Proposals and answers")),
        ("governance:rule-list", _("Rules")),
        ("residents:contract-list", _("Contracts")),
        ("residents:role-table-list", _("Tables of roles")),
        ("residents:body-list", _("Offices and bodies")),
    ]
    return [{"label": label, "url": reverse(name)} for name, label in places]


def _doors_for(by: Acting) -> list[dict[str, str]]:
    """Further doors; one that would not open is not shown."""
    places = [
        ("governance:violation-list", _("Violations, objections, claims"), can_see_desk(by)),
        ("governance:number-list", _("Numbers by decision"), True),
        (
            "communities:application-list",
            _("Applications for official communities"),
            can_read_applications(by),
        ),
        ("surveys:survey-list", _("Surveys"), True),
        ("residents:body-reorganise", _("Reorganisation"), may_reorganise(by)),
    ]
    return [{"label": label, "url": reverse(name)} for name, label, opens in places if opens]
