"""Opening, ending and closing rooms."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.crypto import get_random_string

from communities.facilitators import actions as facilitators
from communities.forums import actions as forums
from communities.forums.models import ForumKind, Joining, NameRule, Visibility
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications, permissions
from .models import Room

READABLE_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@transaction.atomic
def prepare(
    *,
    by: Acting,
    resolution: str,
    slug: str,
    title: str,
    purpose: str,
    related_body: Any,
    closes_on: date | None,
    theme: str = "",
    opens_on: date | None = None,
    name_rule: str = NameRule.REAL_NAME,
    visibility: str = Visibility.PUBLIC,
    **framing: str,
) -> Room:
    """The committee resolves that a city-area room shall open (第4条); facilitators are named next.

    ``framing`` says what is decided, by whom, by when, and what can still change (``models.FRAMING``).
    """
    require(permissions.can_prepare(by, resolution))
    room = Room(
        kind=ForumKind.CITY_ROOM,
        slug=slug,
        title=title,
        purpose=purpose,
        theme=theme,
        related_body=related_body,
        opens_on=opens_on,
        closes_on=closes_on,
        name_rule=name_rule,
        visibility=visibility,
        joining=Joining.OPEN,
        opening_resolution=resolution,
        **framing,
    )
    room.step("prepare", by=by, reason=resolution)
    audit.record("communities.room.prepared", by=by, target=room, reference=resolution)
    notifications.room_prepared(room)
    return room


@transaction.atomic
def open(room: Room, *, by: Acting, resolution: str) -> Room:
    """Open a city-area room: by resolution, and never without a facilitator (第4条, 第14条)."""
    room = locked(room)
    require(permissions.can_open(by, room, resolution))
    room.step("open", by=by, reason=resolution, opens_on=room.opens_on or clock.today())
    facilitators.begin_all(room, by=by)
    audit.record("communities.room.opened", by=by, target=room, reference=resolution, public=True)
    notifications.room_opened(room, by)
    return room


@transaction.atomic
def extend(room: Room, *, by: Acting, resolution: str, closes_on: date) -> Room:
    """The committee gives the discussion more time."""
    room = locked(room)
    require(permissions.can_extend(by, room, resolution))
    room.step("extend", by=by, reason=resolution, closes_on=closes_on)
    audit.record("communities.room.extended", by=by, target=room, reference=resolution, public=True)
    notifications.room_extended(room, by)
    return room


@transaction.atomic
def end_discussion(room: Room, *, by: Acting, resolution: str = "") -> Room:
    """The period is over: posting off, reading on, the facilitators write the summary."""
    room = locked(room)
    require(permissions.can_end_discussion(by, room, resolution))
    room.step("end_discussion", by=by, reason=resolution)
    audit.record("communities.room.discussion_ended", by=by, target=room, reference=resolution, public=True)
    notifications.room_discussion_ended(room, by)
    return room


@transaction.atomic
def adopt_summary(room: Room, *, by: Acting, resolution: str, summary: str) -> Room:
    """The committee adopts the summary of the discussion (発言のまとめ)."""
    room = locked(room)
    require(permissions.can_adopt_summary(by, room, resolution))
    room.step("adopt_summary", by=by, reason=resolution, summary=summary)
    audit.record("communities.room.summary_adopted", by=by, target=room, reference=resolution, public=True)
    notifications.room_summary_adopted(room, by)
    return room


@transaction.atomic
def close(room: Room, *, by: Acting, resolution: str, reason: str) -> Room:
    """After the summary the committee closes the room, with a published reason."""
    room = locked(room)
    require(permissions.can_close(by, room, resolution))
    room.step("close", by=by, reason=reason, status_reason=reason, closing_resolution=resolution)
    audit.record(
        "communities.room.closed", by=by, target=room, reason=reason, reference=resolution, public=True
    )
    return closed(room, by, reason)


@transaction.atomic
def abolish(room: Room, *, by: Acting, resolution: str, reason: str) -> Room:
    """The committee ends a city-area room before its time (第4条 廃止)."""
    room = locked(room)
    require(permissions.can_abolish(by, room, resolution))
    room.step("abolish", by=by, reason=reason, status_reason=reason, closing_resolution=resolution)
    audit.record(
        "communities.room.abolished", by=by, target=room, reason=reason, reference=resolution, public=True
    )
    return closed(room, by, reason)


@transaction.atomic
def found(*, by: Acting, slug: str = "", **words: Any) -> Room:
    """Open a citizen-area room, freely (第5条); the opener chairs it."""
    require(permissions.can_found(by))
    connection = by.person.connections.on(clock.today()).first()
    room = Room(
        kind=ForumKind.CITIZEN_ROOM,
        slug=slug or f"r-{get_random_string(6, READABLE_LETTERS)}",
        manager=by.person,
        opener_connection=connection.kind,
        opens_on=clock.today(),
        **words,
    )
    room.step("found", by=by)
    forums.enrol(room, by.person, by=by)
    facilitators.name_opener(room, by=by)
    audit.record("communities.room.founded", by=by, target=room, public=room.visibility == Visibility.PUBLIC)
    return room


def closed(room: Room, by: Acting, reason: str) -> Room:
    """With the room every office in it ends, and everybody hears why."""
    facilitators.end_all(room, reason=reason)
    notifications.room_closed(room, by, reason)
    return room


def locked(room: Room) -> Room:
    return Room.objects.select_for_update().get(pk=room.pk)
