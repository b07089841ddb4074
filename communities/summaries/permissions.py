"""Who sums up a discussion, who reads drafts, and what the committee adopts (domain M4, checklist 44, 50)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from communities.rooms.lifecycle import RoomStatus
from communities.rooms.models import Room
from communities.rooms.permissions import can_adopt_summary as can_adopt_room_summary
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from portal.foundation.lifecycles import START
from residents.roles.holdings import holds

from .lifecycle import READABLE, SUMMARY
from .models import Summary

SUMMED_UP = frozenset({RoomStatus.OPEN, RoomStatus.SUMMARISING})


def can_draft_summary(by: Acting, room: Room) -> Decision:
    """A facilitator of the room; a caretaker only where a facilitator asked for it."""
    return _sums_up(by, room) and _is_summed_up(room) and SUMMARY.allows("draft", START)


def can_revise_summary(by: Acting, summary: Summary) -> Decision:
    return (
        _sums_up(by, summary.room)
        and _is_summed_up(summary.room)
        and SUMMARY.allows("revise", summary.status)
    )


def can_post_summary(by: Acting, summary: Summary) -> Decision:
    return (
        _sums_up(by, summary.room) and _is_summed_up(summary.room) and SUMMARY.allows("post", summary.status)
    )


def can_ask_caretaker(by: Acting, room: Room) -> Decision:
    """A facilitator who cannot write the summary asks the caretakers, once."""
    return (
        _chairs(by, room)
        and _is_summed_up(room)
        and (not room.summary_requests.exists() or Denied(_("The caretakers have been asked already.")))
    )


def can_read_request(by: Acting) -> Decision:
    """Why a facilitator asked is for the caretakers."""
    return holds(by, "rooms.caretaker")


def can_adopt_summary(by: Acting, summary: Summary, resolution: str) -> Decision:
    """The committee, by resolution, once the discussion is over ([2.5])."""
    return can_adopt_room_summary(by, summary.room, resolution) and SUMMARY.allows("adopt", summary.status)


def can_read_summary(by: Acting, summary: Summary) -> Decision:
    """Posted: whoever reads the room. A draft: who chairs the room, caretakers, and the committee."""
    return summary.status in READABLE or can_read_drafts(by, summary.room)


def can_read_drafts(by: Acting, room: Room) -> Decision:
    return _chairs(by, room) or holds(by, "rooms.caretaker") or holds(by, "committee.steering")


def _sums_up(by: Acting, room: Room) -> Decision:
    chairs = _chairs(by, room)
    if chairs or not (by.body is not None and holds(by, "rooms.caretaker")):
        return chairs
    return room.summary_requests.exists() or Denied(
        _("A caretaker writes the summary only where a facilitator of the room has asked for it."),
        _("The facilitators can ask on the page of the room."),
    )


def _chairs(by: Acting, room: Room) -> Decision:
    if by.person is not None and by.person.pk in room.facilitator_ids:
        return True
    return Denied(_("A facilitator of this room writes its summary (Guideline Art. 14)."))


def _is_summed_up(room: Room) -> Decision:
    if room.status in SUMMED_UP and room.opening_resolution:
        return True
    return Denied(
        _("The summary of a city-area room is written while it is open or just after the discussion.")
    )
