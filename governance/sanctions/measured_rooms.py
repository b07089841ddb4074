"""What a sanction does to a room, and how the room is given back; the room's own verbs do it."""

from __future__ import annotations

from communities.rooms import measures
from communities.rooms.lifecycle import RoomStatus
from communities.rooms.models import Room
from portal.foundation.acting import Acting

from .lifecycle import SanctionKind
from .models import Sanction

VERBS = {
    SanctionKind.TOPIC_STOP: (measures.restrict, RoomStatus.RESTRICTED),
    SanctionKind.ROOM_SUSPENSION: (measures.suspend, RoomStatus.SUSPENDED),
    SanctionKind.ROOM_CLOSURE: (measures.shut, RoomStatus.SHUT),
}


def carry_out(sanction: Sanction, by: Acting) -> None:
    """Everybody in the room reads the ground; why it was the opener, stands in the case."""
    verb, _status = VERBS[SanctionKind(sanction.kind)]
    verb(room_of(sanction), by=by, basis=basis_of(sanction), reason=sanction.ground)


def give_back(sanction: Sanction, by: Acting) -> None:
    """The days are over or an objection was right. A graver measure that came later stays."""
    if sanction.kind not in VERBS:
        return
    room = room_of(sanction)
    if room is not None and room.status == VERBS[SanctionKind(sanction.kind)][1]:
        measures.reinstate(room, by=by, basis=basis_of(sanction))


def room_of(sanction: Sanction) -> Room | None:
    post = sanction.case.post
    return Room.objects.filter(pk=post.forum_id).first() if post is not None else None


def basis_of(sanction: Sanction) -> str:
    return sanction.resolution.printed_number if sanction.resolution else sanction.case.number
