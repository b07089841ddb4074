"""The bodies of the town, for everybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from portal.foundation import clock
from residents.bodies.models import Body
from residents.bodies.permissions import can_see_members, may_found, may_reorganise
from residents.roles.functions import FUNCTIONS
from residents.roles.models import RoleTable


def bodies(request: HttpRequest) -> HttpResponse:
    """Every body that exists today, the city hall first."""
    today = Body.objects.on(clock.today()).select_related("parent").order_by("kind", "pk")
    return render(
        request,
        "residents/bodies/list.html",
        {"bodies": today, "may_reorganise": may_reorganise(request.acting)},
    )


def body(request: HttpRequest, code: str) -> HttpResponse:
    """One body: what it is for, what it holds today, what it was called."""
    found = get_object_or_404(Body.objects.select_related("parent"), code=code)
    table = RoleTable.objects.in_force(clock.today())
    held = table.rows.filter(body=found) if table else []
    context = {
        "body": found,
        "functions": [FUNCTIONS[row.function].label for row in held if row.function in FUNCTIONS],
        "names": found.names.order_by("until_on", "pk"),
        "may_found": may_found(request.acting),
        "predecessors": found.follows.select_related("predecessor"),
        "successors": found.followed_by.select_related("successor"),
        "may_see_members": can_see_members(request.acting, found),
    }
    return render(request, "residents/bodies/detail.html", context)
