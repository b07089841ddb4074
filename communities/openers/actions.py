"""Setting the rule of the room."""

from __future__ import annotations

from django.db import transaction

from communities.rooms.actions import locked
from communities.rooms.models import Room
from portal.foundation import audit
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications, permissions


@transaction.atomic
def set_rule(
    room: Room,
    *,
    by: Acting,
    name_rule: str,
    joining: str,
    visibility: str,
    reason: str,
    resolution: str = "",
) -> Room:
    """個別ルール: real names or nicknames, how to join, who reads; what was written keeps its readers ([2.4]).

    The opener's own act; in the city area the committee's, by a resolution (M3).
    """
    room = locked(room)
    require(permissions.can_set_rule(by, room, name_rule, visibility, resolution=resolution))
    before = {"name_rule": room.name_rule, "joining": room.joining, "visibility": room.visibility}
    after = {"name_rule": name_rule, "joining": joining, "visibility": visibility}
    if before == after:
        return room
    room.step("set_rule", by=by, reason=reason, **after)
    audit.record(
        "communities.room.rule_set",
        by=by,
        target=room,
        reason=reason,
        reference=resolution,
        details={"before": before, "after": after},
    )
    notifications.room_rule_set(room, by, reason)
    return room
