"""Caretakers hear that somebody asks; the facilitator and whoever else leads the room hear of the answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from communities.forums.notifications import those_who_run, without
from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import StandIn


def stand_in_requested(stand_in: StandIn, by: Acting) -> None:
    caretakers = without(people_holding("rooms.caretaker"), by.person)
    _tell("stand_in_requested", caretakers, stand_in)


def stand_in_agreed(stand_in: StandIn, by: Acting) -> None:
    people = {person.pk: person for person in [stand_in.asked_by, *those_who_run(stand_in.forum)]}
    _tell("stand_in_agreed", without(people.values(), by.person), stand_in)


def stand_in_declined(stand_in: StandIn, by: Acting) -> None:
    _tell("stand_in_declined", without([stand_in.asked_by], by.person), stand_in, answer=stand_in.answer)


def stand_in_withdrawn(stand_in: StandIn, by: Acting) -> None:
    _tell("stand_in_withdrawn", without(people_holding("rooms.caretaker"), by.person), stand_in)


def stand_in_lapsed(stand_in: StandIn) -> None:
    _tell("stand_in_lapsed", [stand_in.asked_by], stand_in)


def stand_in_ended(stand_in: StandIn, by: Acting) -> None:
    both = [stand_in.asked_by, *([stand_in.caretaker] if stand_in.caretaker_id else [])]
    _tell("stand_in_ended", without(both, by.person), stand_in)


def _tell(kind: str, people: Iterable[Any], stand_in: StandIn, **words: str) -> None:
    """The reason rests sealed on the request; no message carries it, not even unprinted."""
    caretaker = stand_in.caretaker.display_name if stand_in.caretaker is not None else ""
    outbox.post(
        f"communities.{kind}",
        people,
        url=stand_in.get_absolute_url(),
        context={
            "forum": stand_in.forum.title,
            "person": stand_in.asked_by.display_name,
            "caretaker": caretaker,
            "first": stand_in.from_on.isoformat(),
            "last": stand_in.until_on.isoformat(),
            **words,
        },
    )
