"""What the committee decides about the city-area room of a theme, each act by a resolution of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db import transaction

from communities.facilitators import actions as facilitators
from communities.facilitators.models import FacilitatorAssignment
from communities.models import Room, RoomRuleProposal, Summary
from communities.room_rules import actions as room_rules
from communities.rooms import actions as rooms
from communities.rooms import quiet_actions
from communities.rooms.lifecycle import RoomStatus
from communities.summaries import actions as summaries
from governance.resolutions.models import Resolution
from portal.foundation import audit
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications
from .actions import locked
from .models import ThemeProposal
from .nominees import Nominee
from .permissions import (
    can_adopt_summary,
    can_decide_on_objection,
    can_decide_on_room,
    can_decide_on_room_rule,
    can_end_discussion,
    can_name_facilitator,
    can_prepare_room,
)


@transaction.atomic
def prepare_room(
    theme: ThemeProposal,
    *,
    by: Acting,
    resolution: Resolution,
    nominees: Iterable[Nominee],
    **words: Any,
) -> Room:
    """The committee resolves to open a city-area room and names its facilitators (第4条, 第14条).

    ``words``: its address, the framing, the section concerned, and the days of the discussion.
    """
    theme = locked(theme)
    require(can_prepare_room(by, theme, resolution))
    number = resolution.printed_number
    room = rooms.prepare(
        by=by,
        resolution=number,
        title=theme.title,
        purpose=theme.description,
        theme=theme.title,
        **words,
    )
    for nominee in nominees:
        _designate(room, nominee, by, number)
    theme.step("prepare_room", by=by, reason=number, room=room)
    audit.record("governance.theme.room_prepared", by=by, target=theme, reference=number)
    notifications.theme_room_prepared(theme, by=by)
    return room


@transaction.atomic
def open_city_area_room(theme: ThemeProposal, *, by: Acting, resolution: Resolution) -> Room:
    """Open the room once a facilitator has accepted."""
    theme = locked(theme)
    require(can_decide_on_room(by, theme, "open", resolution))
    room = _moved(theme, rooms.open(_room(theme), by=by, resolution=resolution.printed_number))
    audit.record("governance.theme.room_opened", by=by, target=theme, reference=resolution.printed_number)
    notifications.theme_room_opened(theme, by=by)
    return room


@transaction.atomic
def extend_room(theme: ThemeProposal, *, by: Acting, resolution: Resolution, closes_on: date) -> Room:
    """Give the discussion more time."""
    theme = locked(theme)
    require(can_decide_on_room(by, theme, "extend", resolution))
    number = resolution.printed_number
    room = _moved(theme, rooms.extend(_room(theme), by=by, resolution=number, closes_on=closes_on))
    audit.record("governance.theme.room_extended", by=by, target=theme, reference=number)
    notifications.theme_room_extended(theme, by=by)
    return room


@transaction.atomic
def end_discussion(theme: ThemeProposal, *, by: Acting, resolution: Resolution | None = None) -> Room:
    """End the discussion, by resolution or because its last day is over; the facilitators sum it up."""
    theme = locked(theme)
    require(can_end_discussion(by, theme, resolution))
    number = resolution.printed_number if resolution is not None else ""
    room = _moved(theme, rooms.end_discussion(_room(theme), by=by, resolution=number))
    audit.record("governance.theme.room_discussion_ended", by=by, target=theme, reference=number)
    notifications.theme_room_discussion_ended(theme, by=by)
    return room


@transaction.atomic
def adopt_summary(theme: ThemeProposal, *, by: Acting, resolution: Resolution, summary: Summary) -> Room:
    """Make a posted summary the result of the room; a proposal may be drafted from it (第6条)."""
    theme = locked(theme)
    require(can_adopt_summary(by, theme, summary, resolution))
    number = resolution.printed_number
    room = _moved(theme, summaries.adopt(summary, by=by, resolution=number))
    audit.record("governance.theme.summary_adopted", by=by, target=theme, reference=number)
    notifications.theme_room_summary_adopted(theme, by=by)
    return room


@transaction.atomic
def close_city_area_room(theme: ThemeProposal, *, by: Acting, resolution: Resolution, reason: str) -> Room:
    """Close the room of a theme: by the committee's resolution, never by staff alone (第4条)."""
    theme = locked(theme)
    is_summed_up = theme.room is not None and theme.room.status == RoomStatus.SUMMARISED
    require(can_decide_on_room(by, theme, "close" if is_summed_up else "abolish", resolution))
    end: Callable[..., Room] = rooms.close if is_summed_up else rooms.abolish
    room = _moved(theme, end(_room(theme), by=by, resolution=resolution.printed_number, reason=reason))
    audit.record(
        "governance.theme.room_closed",
        by=by,
        target=theme,
        reason=reason,
        reference=resolution.printed_number,
    )
    notifications.theme_room_closed(theme, by=by, reason=reason)
    return room


@transaction.atomic
def name_facilitator(
    theme: ThemeProposal,
    *,
    by: Acting,
    resolution: Resolution,
    nominee: Nominee | None = None,
    replaced: FacilitatorAssignment | None = None,
    reason: str = "",
) -> Room:
    """Name another facilitator, end the office of one, or put one in the place of the other (第14条)."""
    theme = locked(theme)
    require(can_name_facilitator(by, theme, resolution))
    room, number = _room(theme), resolution.printed_number
    if replaced is not None:
        facilitators.end(replaced, by=by, reason=reason, resolution=number)
    if nominee is not None:
        _designate(room, nominee, by, number)
    audit.record("governance.theme.facilitator_named", by=by, target=theme, reason=reason, reference=number)
    return room


@transaction.atomic
def decide_on_objection(
    room: Room, *, by: Acting, resolution: Resolution, stays_open: bool, reason: str
) -> Room:
    """The committee looks at an opener's objection: the room goes on, or it is closed ([2.4])."""
    room = Room.objects.select_for_update().get(pk=room.pk)
    require(can_decide_on_objection(by, room, resolution))
    decide = quiet_actions.uphold_objection if stays_open else quiet_actions.refuse_objection
    return decide(room, by=by, resolution=resolution.printed_number, reason=reason)


@transaction.atomic
def decide_on_room_rule(
    proposal: RoomRuleProposal, *, by: Acting, resolution: Resolution, is_approved: bool, reason: str
) -> RoomRuleProposal:
    """The committee approves the rule a facilitator proposed for a city-area room, or keeps the old one (M3)."""
    require(can_decide_on_room_rule(by, proposal, resolution))
    decide = room_rules.approve if is_approved else room_rules.refuse
    return decide(proposal, by=by, resolution=resolution.printed_number, answer=reason)


def _designate(room: Room, nominee: Nominee, by: Acting, number: str) -> None:
    facilitators.designate(
        room,
        nominee.person,
        by=by,
        source=nominee.source,
        resolution=number,
        dispatched_by=nominee.dispatched_by,
        contract=nominee.contract,
    )


def _room(theme: ThemeProposal) -> Room:
    assert theme.room is not None  # the questions refuse where no room was prepared
    return theme.room


def _moved(theme: ThemeProposal, room: Room) -> Room:
    """The theme knows its room as it is now."""
    theme.room = room
    return room
