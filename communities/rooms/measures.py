"""What the committee decides about a room after a violation, and how it is taken back (第9条第5号).

Part of a decision taken above, never alone: each names it. The offices in the room rest with it and are
there again when an objection was right.
"""

from __future__ import annotations

from django.db import transaction

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications, permissions
from .models import Room
from .quiet_actions import NO_WARNING


@transaction.atomic
def restrict(room: Room, *, by: Acting, basis: str, reason: str) -> Room:
    """No new topics for a time; what runs goes on."""
    room = _locked(room)
    require(permissions.can_restrict(by, room, basis))
    room.step("restrict", by=by, reason=reason, status_reason=reason, **NO_WARNING)
    audit.record("communities.room.restricted", by=by, target=room, reference=basis, public=True)
    notifications.room_measured(room, by, reason)
    return room


@transaction.atomic
def suspend(room: Room, *, by: Acting, basis: str, reason: str) -> Room:
    """Nobody writes in the room for a time; reading stays."""
    room = _locked(room)
    require(permissions.can_suspend(by, room, basis))
    room.step("suspend", by=by, reason=reason, status_reason=reason, **NO_WARNING)
    audit.record("communities.room.suspended", by=by, target=room, reference=basis, public=True)
    notifications.room_measured(room, by, reason)
    return room


@transaction.atomic
def shut(room: Room, *, by: Acting, basis: str, reason: str) -> Room:
    """The committee closes a room; what was said stays readable, and only an objection opens it again."""
    room = _locked(room)
    require(permissions.can_shut(by, room, basis))
    room.step("shut", by=by, reason=reason, status_reason=reason, closing_resolution=basis, **NO_WARNING)
    audit.record("communities.room.shut", by=by, target=room, reference=basis, public=True)
    notifications.room_measured(room, by, reason)
    return room


@transaction.atomic
def reinstate(room: Room, *, by: Acting, basis: str) -> Room:
    """The days are over, or the decision was wrong: everybody may write again."""
    room = _locked(room)
    require(permissions.can_reinstate(by, room, basis))
    room.step(
        "reinstate",
        by=by,
        reason=basis,
        status_reason="",
        closing_resolution="",
        active_since=clock.now(),
    )
    audit.record("communities.room.reinstated", by=by, target=room, reference=basis, public=True)
    notifications.room_reinstated(room, by)
    return room


def _locked(room: Room) -> Room:
    return Room.objects.select_for_update().get(pk=room.pk)
