"""The people of the team hear that they follow the room from now on."""

from __future__ import annotations

from communities.forums.notifications import address, without
from communities.rooms.models import Room
from portal.foundation import outbox
from portal.foundation.acting import Acting


def room_handed_to_team(room: Room, by: Acting) -> None:
    team = room.related_team
    outbox.post(
        "communities.room_handed_to_team",
        without(team.members_on(), by.person) if team is not None else [],
        url=address("forum-detail", room),
        context={"forum": room.title, "team": str(team or "")},
    )
