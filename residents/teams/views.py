"""Pages on which a unit forms its teams and says who is in which."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.foundation.verb_page import posted, verb_page
from residents.bodies.models import Body, BodyMembership
from residents.bodies.permissions import can_see_members
from residents.bodies.views import way

from . import actions, permissions
from .forms import ChooseTeamForm, TeamForm
from .models import Team


@login_required
def index(request: HttpRequest, code: str) -> HttpResponse:
    """The teams of a unit with their duties and people, and who is in none."""
    body = _unit(request, get_object_or_404(Body, code=code, kind=Body.Kind.UNIT))
    today = BodyMembership.objects.in_force().filter(body=body)
    rows = today.select_related("person", "team_place__team").order_by("pk")
    teams = list(Team.objects.in_force().filter(body=body))
    may = permissions.can_form_team(request.acting, body)
    context = {
        "page_title": _("Teams of %(body)s") % {"body": body.shown_name},
        "body": body,
        "may": may,
        "teams": [{"team": team, "people": [row for row in rows if _team(row) == team.pk]} for team in teams],
        "free": [row for row in rows if _team(row) not in {team.pk for team in teams}],
        "breadcrumbs": _way(body, (_("Teams"), "")),
    }
    return render(request, "residents/teams/list.html", context)


@login_required
def form(request: HttpRequest, code: str) -> HttpResponse:
    body = _unit(request, get_object_or_404(Body, code=code, kind=Body.Kind.UNIT))
    return verb_page(
        request,
        may=permissions.can_form_team(request.acting, body),
        form=TeamForm(posted(request), body=body),
        perform=partial(actions.form, body, by=request.acting),
        done=_("The team has been formed."),
        back=_teams(body)[1],
        question=_("Form a team"),
        submit=_("Form the team"),
        breadcrumbs=_way(body, _teams(body), (_("Form a team"), "")),
    )


@login_required
def place(request: HttpRequest, pk: int) -> HttpResponse:
    membership = get_object_or_404(
        BodyMembership.objects.select_related("body", "person"), pk=pk, body__kind=Body.Kind.UNIT
    )
    body = _unit(request, membership.body)
    kept = getattr(membership, "team_place", None)
    return verb_page(
        request,
        may=permissions.can_place_member(request.acting, membership),
        form=ChooseTeamForm(
            posted(request), body=body, initial={"team": kept.team_id if kept is not None else None}
        ),
        perform=partial(actions.place, membership, by=request.acting),
        done=_("The person has been placed."),
        back=_teams(body)[1],
        question=_("In which team is %(person)s?") % {"person": membership.person},
        submit=_("Place the person"),
        breadcrumbs=_way(body, _teams(body), (str(membership.person), "")),
    )


@login_required
def dissolve(request: HttpRequest, pk: int) -> HttpResponse:
    team = get_object_or_404(Team.objects.select_related("body"), pk=pk)
    body = _unit(request, team.body)
    return verb_page(
        request,
        may=permissions.can_dissolve_team(request.acting, team),
        perform=partial(actions.dissolve, team, by=request.acting),
        done=_("The team ends today. From tomorrow the whole unit hears of its matters."),
        back=_teams(body)[1],
        question=_("End the team “%(team)s”?") % {"team": team},
        submit=_("End the team"),
        tone="danger",
        breadcrumbs=_way(body, _teams(body), (str(team), "")),
    )


def _team(row: BodyMembership) -> int | None:
    found = getattr(row, "team_place", None)
    return found.team_id if found is not None else None


def _unit(request: HttpRequest, body: Body) -> Body:
    """Who is in which team is read by those who read who belongs to the unit."""
    if not can_see_members(request.acting, body):
        raise Http404
    return body


def _teams(body: Body) -> tuple[str, str]:
    return _("Teams"), reverse("residents:team-list", args=[body.code])


def _way(body: Body, *more: tuple[str, str]) -> list[dict[str, Any]]:
    return way((body.shown_name, reverse("residents:body-detail", args=[body.code])), *more)
