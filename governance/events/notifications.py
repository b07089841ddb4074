"""Members, those who follow the room of an event, and those who mean to come hear of it (checklist 65)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from portal.foundation import outbox
from portal.foundation.acting import Acting

from .models import CommitteeEvent


def event_announced(event: CommitteeEvent, by: Acting) -> None:
    _tell("event_announced", [*_members(event), *_followers(event)], event, by)


def event_revised(event: CommitteeEvent, by: Acting, reason: str) -> None:
    _tell("event_revised", _everybody(event), event, by, reason=reason)


def event_cancelled(event: CommitteeEvent, by: Acting, reason: str, coming: list[Any]) -> None:
    people = [*_members(event), *_followers(event), *coming] if event.announced_at else _members(event)
    _tell("event_cancelled", people, event, by, reason=reason)


def event_reported(event: CommitteeEvent, by: Acting, coming: list[Any]) -> None:
    _tell("event_reported", [*_members(event), *_followers(event), *coming], event, by)


def coming(event: CommitteeEvent) -> list[Any]:
    return [row.person for row in event.sign_ups.select_related("person")]


def _everybody(event: CommitteeEvent) -> list[Any]:
    return [*_members(event), *_followers(event), *coming(event)]


def _members(event: CommitteeEvent) -> list[Any]:
    return list(event.body.members_on())


def _followers(event: CommitteeEvent) -> list[Any]:
    if event.room is None:
        return []
    return [row.person for row in event.room.memberships.following().select_related("person")]


def _tell(kind: str, people: Iterable[Any], event: CommitteeEvent, by: Acting, **more: str) -> None:
    outbox.post(
        f"governance.{kind}",
        [person for person in people if person != by.person],
        url=event.get_absolute_url(),
        context={
            "committee": event.body.name,
            "event": event.title,
            "kind": event.kind.name,
            "starts": timezone.localtime(event.starts_at).strftime("%Y-%m-%d %H:%M"),
            "place": event.place,
            **more,
        },
        once=f"{kind}:{event.pk}:{event.sequence}",
    )
