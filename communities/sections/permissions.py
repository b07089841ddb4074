"""The section itself says which of its teams has a room (checklist 92, [2.5])."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from communities.forums.permissions import acts_for_a_unit
from communities.rooms.lifecycle import RoomStatus
from communities.rooms.models import Room
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.teams.models import Team
from residents.teams.permissions import has_teams, is_team_of

OVER = frozenset({RoomStatus.CLOSED, RoomStatus.SHUT})


def can_hand_to_team(by: Acting, room: Room, team: Team | None = None) -> Decision:
    return (
        _is_of_the_section(by, room)
        and acts_for_a_unit(by)
        and (room.status not in OVER or Denied(_("This room is closed; nobody has to follow it any more.")))
        and (has_teams(room.related_body) if team is None else is_team_of(room.related_body, team))
    )


def _is_of_the_section(by: Acting, room: Room) -> Decision:
    if room.related_body_id is not None and by.body is not None and by.body.pk == room.related_body_id:
        return True
    return Denied(_("Only the section concerned hands the room to one of its teams."))
