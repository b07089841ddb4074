"""Who does what in the town: bodies, the division of roles, and how far it reaches."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from portal.foundation import clock
from residents.bodies.models import Body
from residents.roles.coverage import coverage
from residents.roles.functions import FUNCTIONS
from residents.roles.models import RoleTable


def bodies(request: HttpRequest) -> HttpResponse:
    """Every body that exists today, the city hall first."""
    today = Body.objects.on(clock.today()).select_related("parent").order_by("kind", "pk")
    return render(request, "residents/bodies/list.html", {"bodies": today})


def body(request: HttpRequest, code: str) -> HttpResponse:
    """One body: what it is for, what it holds today, what it was called."""
    found = get_object_or_404(Body.objects.select_related("parent"), code=code)
    table = RoleTable.objects.in_force(clock.today())
    held = table.rows.filter(body=found) if table else []
    context = {
        "body": found,
        "functions": [FUNCTIONS[row.function].label for row in held if row.function in FUNCTIONS],
        "names": found.names.all(),
        "predecessors": found.follows.select_related("predecessor"),
    }
    return render(request, "residents/bodies/detail.html", context)


def roles(request: HttpRequest) -> HttpResponse:
    """The division of roles in force on a day, with its gaps (庁内横断)."""
    try:
        day = date.fromisoformat(request.GET.get("asof", ""))
    except ValueError:
        day = clock.today()
    table = RoleTable.objects.in_force(day)
    rows = table.rows.select_related("body").order_by("pk") if table else []
    context = {
        "table": table,
        "day": day,
        "rows": [
            {
                "function": FUNCTIONS[row.function].label if row.function in FUNCTIONS else row.function,
                "holder": row.printed_as or row.body,
                "is_open_ended": row.is_open_ended,
                "tasks": row.tasks,
            }
            for row in rows
        ],
        "coverage": coverage(table, day),
    }
    return render(request, "residents/roles/table.html", context)
