"""Rooms on the secretariat's desk: discussions that end, summaries and decisions that wait."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .lifecycle import RoomStatus
from .models import Room

WAITING = {
    RoomStatus.CLOSURE_PROPOSED: (_("A caretaker decides on closing the quiet room"), _("Caretakers")),
    RoomStatus.OBJECTED: (_("The committee looks at the opener's objection"), _("Committee")),
    RoomStatus.SUMMARISING: (_("The summary is written and adopted"), _("Facilitators, then the committee")),
}


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """Last days of discussions until a day; then what waits without one, the oldest first."""
    ending = Room.objects.city_area().filter(status=RoomStatus.OPEN, closes_on__lte=until)
    found = [
        Matter(room.title, _("The discussion ends"), room.get_absolute_url(), room.closes_on, _("Clock"))
        for room in ending.order_by("closes_on")[:AT_ONCE]
    ]
    waiting = Room.objects.visible_to(by.person).filter(status__in=WAITING).order_by("pk")
    return found + [
        Matter(
            room.title,
            WAITING[RoomStatus(room.status)][0],
            room.get_absolute_url(),
            None,
            WAITING[RoomStatus(room.status)][1],
        )
        for room in waiting[:AT_ONCE]
    ]
