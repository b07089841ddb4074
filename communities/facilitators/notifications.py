"""Nominees, the committee or opener, and the room hear of facilitators."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from communities.forums.models import ForumKind
from communities.forums.notifications import without
from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import FacilitatorAssignment


def facilitator_designated(assignment: FacilitatorAssignment, by: Acting) -> None:
    _post("facilitator_designated", without([assignment.person], by.person), assignment)


def facilitator_accepted(assignment: FacilitatorAssignment) -> None:
    _post("facilitator_accepted", _those_who_named(assignment), assignment)


def facilitator_declined(assignment: FacilitatorAssignment) -> None:
    _post("facilitator_declined", _those_who_named(assignment), assignment)


def facilitator_ended(assignment: FacilitatorAssignment, by: Acting) -> None:
    """The person, or whoever named them where the person stopped; the end of a room tells by itself."""
    people = [] if by.is_clock else _those_who_named(assignment)
    _post("facilitator_ended", without([assignment.person, *people], by.person), assignment)


def facilitator_replaced(assignment: FacilitatorAssignment, by: Acting) -> None:
    """Whoever named the one before learns whom the organisation sends instead."""
    _post("facilitator_replaced", without(_those_who_named(assignment), by.person), assignment)


def facilitator_contract_ended(assignment: FacilitatorAssignment) -> None:
    """The committee has to name somebody else: the contract under which the person came is over."""
    _post("facilitator_contract_ended", _those_who_named(assignment), assignment)


def _those_who_named(assignment: FacilitatorAssignment) -> list[Any]:
    forum = assignment.forum
    people = people_holding("committee.steering") if forum.kind == ForumKind.CITY_ROOM else [forum.manager]
    return without(people, assignment.person)


def address(assignment: FacilitatorAssignment) -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return reverse("communities:facilitator-detail", kwargs={"pk": assignment.pk})


def _post(kind: str, people: list[Any], assignment: FacilitatorAssignment) -> None:
    outbox.post(
        f"communities.{kind}",
        people,
        url=address(assignment),
        context={"forum": assignment.forum.title, "person": assignment.person.display_name},
    )
