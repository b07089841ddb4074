"""Who hears of a summary: those who took part, the section concerned, the committee; caretakers when asked."""

from __future__ import annotations

from typing import Any

from communities.forums.notifications import address, without
from communities.rooms.models import Room
from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import Summary, SummaryRequest


def summary_posted(summary: Summary, by: Acting) -> None:
    room = summary.room
    members = [row.person for row in room.memberships.joined().select_related("person")]
    _tell(
        "summary_posted",
        without([*members, *room.section_people(), *people_holding("committee.steering")], by.person),
        room,
    )


def summary_asked_for(request: SummaryRequest, by: Acting) -> None:
    people = without(people_holding("rooms.caretaker"), by.person)
    _tell("summary_asked_for", people, request.room, reason=request.reason)


def _tell(kind: str, people: list[Any], room: Room, **context: str) -> None:
    outbox.post(
        f"communities.{kind}",
        people,
        url=address("forum-detail", room),
        context={"forum": room.title, **context},
    )
