"""Rules proposed for city-area rooms wait for the committee."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from communities.rooms.models import Room
from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .models import RoomRuleProposal


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """One line per waiting proposal, the oldest first."""
    waiting = RoomRuleProposal.objects.before_the_committee().filter(
        room__in=Room.objects.visible_to(by.person)
    )
    waiting = waiting.select_related("room").order_by("pk")
    return [
        Matter(one.room.title, _("Decide on the proposed rule"), one.get_absolute_url(), None, _("Committee"))
        for one in waiting[:AT_ONCE]
    ]
