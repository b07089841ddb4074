"""Everybody who takes part hears that the rule of the room has changed."""

from __future__ import annotations

from communities.forums.notifications import address, without
from communities.rooms.models import Area, Room
from portal.foundation import outbox
from portal.foundation.acting import Acting


def room_rule_set(room: Room, by: Acting, reason: str) -> None:
    people = [row.person for row in room.memberships.joined().select_related("person")]
    outbox.post(
        "communities.room_rule_set",
        without(people, by.person),
        url=address("forum-detail", room),
        context={
            "forum": room.title,
            "real_names": room.uses_real_names,
            "visibility": room.visibility,
            "joining": room.joining,
            "reason": reason,
            "by_committee": room.area == Area.CITY,
        },
    )
