"""Citizen-area rooms in which nobody writes: warned, proposed for closing, closed or kept ([2.4])."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from communities.facilitators import actions as facilitators
from communities.forums import actions as forums
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications, permissions
from .actions import closed, locked
from .models import Room
from .quiet import QuietRule, rule_in_force

NO_WARNING: dict[str, Any] = {
    "warned_at": None,
    "warned_period": None,
    "warned_grace": None,
    "warned_basis": "",
    "closes_after": None,
}


@transaction.atomic
def warn(room: Room, *, by: Acting) -> Room:
    """Nobody has written for the period the rule names; everybody concerned is told rule, period and day."""
    room = locked(room)
    room.step("warn", by=by, **_warning(rule_in_force()))
    audit.record("communities.room.warned", by=by, target=room, reference=room.warned_basis)
    notifications.room_warned(room)
    return room


@transaction.atomic
def warn_anew(room: Room, *, by: Acting) -> Room:
    """The rule now gives less time than the warning named: a fresh warning, and the day named before is kept."""
    room = locked(room)
    room.step("warn_anew", by=by, **_warning(rule_in_force(), room.closes_after))
    audit.record("communities.room.warned_anew", by=by, target=room, reference=room.warned_basis)
    notifications.room_warned(room)
    return room


@transaction.atomic
def revive(room: Room, *, by: Acting) -> Room:
    """Somebody wrote again, or the rule in force no longer calls the room quiet."""
    room = locked(room)
    require(permissions.can_revive(room))
    room.step("revive", by=by, objection="", **NO_WARNING)
    audit.record("communities.room.revived", by=by, target=room)
    return room


@transaction.atomic
def propose_closure(room: Room, *, by: Acting) -> Room:
    """The grace period is over; a person now decides."""
    room = locked(room)
    room.step("propose_closure", by=by)
    audit.record("communities.room.closure_proposed", by=by, target=room)
    notifications.room_closure_proposed(room)
    return room


@transaction.atomic
def confirm_closure(room: Room, *, by: Acting, reason: str) -> Room:
    """A caretaker closes a quiet room under the rule; what was said stays readable."""
    room = locked(room)
    require(permissions.can_confirm_closure(by, room))
    room.step("confirm_closure", by=by, reason=reason, status_reason=reason)
    audit.record("communities.room.closed", by=by, target=room, reason=reason, public=True)
    return closed(room, by, reason)


@transaction.atomic
def object_to_closure(room: Room, *, by: Acting, reason: str) -> Room:
    """The opener wants to go on; nobody closes the room until the committee has looked at it ([2.4])."""
    room = locked(room)
    require(permissions.can_object_to_closure(by, room))
    room.step("object_to_closure", by=by, reason=reason, objection=reason)
    audit.record("communities.room.closure_objected", by=by, target=room, reason=reason)
    notifications.room_closure_objected(room)
    return room


@transaction.atomic
def uphold_objection(room: Room, *, by: Acting, resolution: str, reason: str) -> Room:
    """The committee agrees with the opener: the room goes on."""
    room = locked(room)
    require(permissions.can_uphold_objection(by, room, resolution))
    room.step("uphold_objection", by=by, reason=reason, objection="", active_since=clock.now(), **NO_WARNING)
    audit.record("communities.room.objection_upheld", by=by, target=room, reason=reason, reference=resolution)
    notifications.room_objection_upheld(room, by, reason)
    return room


@transaction.atomic
def refuse_objection(room: Room, *, by: Acting, resolution: str, reason: str) -> Room:
    """The committee closes a quiet room although its opener objected, and says why."""
    room = locked(room)
    require(permissions.can_refuse_objection(by, room, resolution))
    room.step("refuse_objection", by=by, reason=reason, status_reason=reason, closing_resolution=resolution)
    audit.record(
        "communities.room.closed", by=by, target=room, reason=reason, reference=resolution, public=True
    )
    return closed(room, by, reason)


@transaction.atomic
def reopen(room: Room, *, by: Acting, reason: str) -> Room:
    """The opener takes up again a room that was closed for being quiet, within the time the rule gives."""
    room = locked(room)
    require(permissions.can_reopen(by, room))
    room.step("reopen", by=by, reason=reason, status_reason="", active_since=clock.now(), **NO_WARNING)
    forums.enrol(room, by.person, by=by)
    facilitators.name_opener(room, by=by)
    audit.record("communities.room.reopened", by=by, target=room, reason=reason, public=room.is_public)
    notifications.room_reopened(room, by, reason)
    return room


def _warning(rule: QuietRule, promised: date | None = None) -> dict[str, Any]:
    """What a warning names is kept with the room: the numbers, the rule, and the last day."""
    return {
        "warned_at": clock.now(),
        "warned_period": rule.period,
        "warned_grace": rule.grace,
        "warned_basis": rule.basis,
        "closes_after": rule.ends_on(clock.today(), promised),
    }
