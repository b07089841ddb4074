"""A section ends: the one that follows it answers for its city-area rooms (組織改正, checklist 87)."""

from __future__ import annotations

from django.db import transaction

from portal.foundation import audit
from portal.foundation.acting import Acting
from residents.models import Body

from . import notifications
from .models import Room


@transaction.atomic
def follow(room: Room, successor: Body, *, by: Acting) -> Room:
    """From today the successor is the section concerned: it is told of questions and of the summary.

    Teams end with their section; the successor hands the room to one of its own.
    """
    room = Room.objects.select_for_update(of=("self",)).get(pk=room.pk)
    room.related_body, room.related_team = successor, None
    room.save(update_fields=["related_body", "related_team"])
    audit.record(
        "communities.room.followed", by=by, target=room, reference=successor.name, public=room.is_published
    )
    notifications.room_followed(room)
    return room
