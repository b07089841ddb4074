"""The verb of the section concerned: hand a room to one of its teams."""

from __future__ import annotations

from django.db import transaction

from communities.rooms.actions import locked
from communities.rooms.models import Room
from portal.foundation import audit
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from residents.teams.models import Team

from . import notifications, permissions


@transaction.atomic
def hand_to_team(room: Room, *, by: Acting, team: Team | None) -> Room:
    """From now on this team of the section hears of posts in the room and of its summary (checklist 92).

    With no team the whole section hears; the section stays answerable either way.
    """
    room = locked(room)
    require(permissions.can_hand_to_team(by, room, team))
    room.related_team = team
    room.save(update_fields=["related_team"])
    audit.record("communities.room.handed_to_team", by=by, target=room, details={"team": str(team or "")})
    notifications.room_handed_to_team(room, by)
    return room
