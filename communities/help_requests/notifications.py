"""Caretakers hear of a question, whoever asked of the answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from communities.forums.notifications import without
from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import HelpRequest


def help_asked(request: HelpRequest, by: Acting) -> None:
    people = without(people_holding("rooms.caretaker"), by.person)
    _tell("help_asked", people, request)


def help_answered(request: HelpRequest, by: Acting) -> None:
    _tell("help_answered", without([request.asked_by], by.person), request)


def help_closed(request: HelpRequest) -> None:
    """A caretaker who answered learns that it helped; before an answer, that none is needed any more."""
    people = [request.answered_by] if request.answered_by else people_holding("rooms.caretaker")
    _tell("help_closed", without(people, request.asked_by), request)


def _tell(kind: str, people: Iterable[Any], request: HelpRequest) -> None:
    """Question and answer rest sealed; the message leads to them."""
    outbox.post(
        f"communities.{kind}",
        people,
        url=request.get_absolute_url(),
        context={"forum": request.forum.title},
    )
