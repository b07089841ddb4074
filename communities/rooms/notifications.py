"""Committee, mayor, departments and members hear of a room's life (M3)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from communities.forums.notifications import address, without
from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import Room


def room_prepared(room: Room) -> None:
    """The secretariat and the department named in the resolution."""
    people = [*people_holding("committee.secretariat"), *_department(room)]
    _tell("room_prepared", people, room, link=False, resolution=room.opening_resolution)


def room_opened(room: Room, by: Acting) -> None:
    people = [*people_holding("mayor.decide"), *_department(room), *_members(room)]
    _tell("room_opened", without(people, by.person), room, resolution=room.opening_resolution)


def room_extended(room: Room, by: Acting) -> None:
    _tell("room_extended", without(_members(room), by.person), room, closes_on=str(room.closes_on))


def room_discussion_ended(room: Room, by: Acting) -> None:
    _tell("room_discussion_ended", without(_members(room), by.person), room)


def room_summary_adopted(room: Room, by: Acting) -> None:
    _tell("room_summary_adopted", without([*_members(room), *_department(room)], by.person), room)


def room_closed(room: Room, by: Acting, reason: str) -> None:
    people = [*people_holding("mayor.decide"), *_department(room), *_members(room)]
    people = people if room.opening_resolution else _members(room)
    _tell("room_closed", without(people, by.person), room, reason=reason)


def room_warned(room: Room) -> None:
    """Opener, facilitators and members: which rule, which period, until when."""
    _tell(
        "room_warned",
        _members(room),
        room,
        rule=room.warned_basis,
        period=str(room.warned_period),
        closes_after=str(room.closes_after),
    )


def room_closure_proposed(room: Room) -> None:
    people = [*_members(room), *people_holding("rooms.caretaker"), *people_holding("committee.steering")]
    _tell("room_closure_proposed", people, room, rule=room.warned_basis, period=str(room.warned_period))


def room_closure_objected(room: Room) -> None:
    people = [*people_holding("rooms.caretaker"), *people_holding("committee.steering")]
    _tell("room_closure_objected", without(people, room.manager), room, reason=room.objection)


def room_objection_upheld(room: Room, by: Acting, reason: str) -> None:
    people = [*_members(room), *people_holding("rooms.caretaker")]
    _tell("room_objection_upheld", without(people, by.person), room, reason=reason)


def room_reopened(room: Room, by: Acting, reason: str) -> None:
    people = [*_members(room), *people_holding("rooms.caretaker"), *people_holding("committee.steering")]
    _tell("room_reopened", without(people, by.person), room, reason=reason)


def room_measured(room: Room, by: Acting, reason: str) -> None:
    """Everybody who takes part learns what holds in the room now, and why; the opener also from the case."""
    _tell("room_measured", without(_members(room), by.person), room, state=room.status, reason=reason)


def room_reinstated(room: Room, by: Acting) -> None:
    _tell("room_reinstated", without(_members(room), by.person), room)


def room_followed(room: Room) -> None:
    """The people of the section that answers for the room from today."""
    _tell("room_followed", _department(room), room, link=room.is_published)


def _department(room: Room) -> list[Any]:
    return room.section_people()


def _members(room: Room) -> list[Any]:
    return [membership.person for membership in room.memberships.joined().select_related("person")]


def _tell(kind: str, people: Iterable[Any], room: Room, *, link: bool = True, **context: str) -> None:
    outbox.post(
        f"communities.{kind}",
        people,
        url=address("forum-detail", room) if link else "",
        context={"forum": room.title, **context},
    )
