"""Successor, former manager and members hear of a handover."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils import translation

from communities.forums.notifications import address, without
from portal.foundation import outbox
from portal.foundation.acting import Acting

from .models import Handover


def handover_offered(handover: Handover, by: Acting) -> None:
    _tell("handover_offered", without([handover.successor], by.person), handover)


def handover_accepted(handover: Handover, by: Acting, former: Any) -> None:
    """Whoever asked, whoever managed it until now, and everybody who takes part."""
    members = handover.community.memberships.joined().select_related("person")
    people = [handover.offered_by, *[former] * (former is not None), *(row.person for row in members)]
    outbox.post(
        "communities.handover_accepted",
        without(people, by.person),
        url=address("forum-detail", handover.community),
        context=_words(handover),
    )


def handover_declined(handover: Handover, by: Acting) -> None:
    _tell("handover_declined", without([handover.offered_by], by.person), handover)


def handover_withdrawn(handover: Handover, by: Acting) -> None:
    _tell("handover_withdrawn", without([handover.successor], by.person), handover)


def _tell(kind: str, people: Iterable[Any], handover: Handover) -> None:
    with translation.override(settings.LANGUAGE_CODE):
        url = handover.get_absolute_url()
    outbox.post(f"communities.{kind}", people, url=url, context=_words(handover))


def _words(handover: Handover) -> dict[str, str]:
    return {"forum": handover.community.title, "person": handover.successor.display_name}
