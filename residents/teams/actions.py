"""Forming teams, placing people in them, and ending them."""

from __future__ import annotations

from django.db import transaction

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from portal.foundation.locking import locked
from residents.bodies.models import Body, BodyMembership

from . import notifications, permissions
from .models import Team, TeamPlace


@transaction.atomic
def form(body: Body, *, by: Acting, name: str, duties: str = "") -> Team:
    """A unit divides its duties among teams (担当); this one exists from today (checklist 92)."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    require(permissions.can_form_team(by, body, name))
    team = Team.objects.create(body=body, name=name.strip(), duties=duties, valid_from=clock.today())
    audit.record("residents.team.formed", by=by, target=body, details={"team": team.name})
    return team


@transaction.atomic
def place(membership: BodyMembership, *, by: Acting, team: Team | None) -> None:
    """A member of the unit is in this team from now on, or in none; rights stay as they are."""
    membership = locked(membership, "body", "person")
    require(permissions.can_place_member(by, membership, team))
    TeamPlace.objects.filter(membership=membership).delete()
    name = ""
    if team is not None:
        found = TeamPlace.objects.create(team=team, membership=membership)
        name = team.name
        notifications.member_placed(found, by)
    audit.record("residents.team.member_placed", by=by, target=membership, details={"team": name})


@transaction.atomic
def dissolve(team: Team, *, by: Acting) -> Team:
    """The team ends with this day; from the next the whole unit hears of its matters again."""
    team = locked(team, "body")
    require(permissions.can_dissolve_team(by, team))
    team.valid_until = clock.today()
    team.save(update_fields=["valid_until"])
    audit.record("residents.team.dissolved", by=by, target=team.body, details={"team": team.name})
    return team
