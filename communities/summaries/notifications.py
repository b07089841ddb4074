"""Who hears of a summary: those who took part, the section concerned, the committee; caretakers when asked."""

from __future__ import annotations

from django.urls import reverse

from communities.forums.notifications import address, without
from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import Summary, SummaryRequest


def summary_posted(summary: Summary, by: Acting) -> None:
    room = summary.room
    members = [row.person for row in room.memberships.joined().select_related("person")]
    people = without([*members, *room.section_people(), *people_holding("committee.steering")], by.person)
    outbox.post(
        "communities.summary_posted",
        people,
        url=address("forum-detail", room),
        context={"forum": room.title},
    )


def summary_asked_for(request: SummaryRequest, by: Acting) -> None:
    """Why they ask rests sealed; the page where the summary is written shows it."""
    people = without(people_holding("rooms.caretaker"), by.person)
    outbox.post(
        "communities.summary_asked_for",
        people,
        url=reverse("communities:summary-draft", args=[request.room.slug]),
        context={"forum": request.room.title},
    )
