"""Events on the secretariat's desk: plans to be announced, days to come, reports that are owed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .lifecycle import EventStatus
from .models import CommitteeEvent

NEXT = {
    EventStatus.PLANNED: _("Announce the event"),
    EventStatus.ANNOUNCED: _("Event of the committee"),
    EventStatus.HELD: _("Report on the event"),
}


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """One line per event with what comes next."""
    end = timezone.make_aware(datetime.combine(until + timedelta(days=1), time.min))
    waiting = CommitteeEvent.objects.visible_to(by).waiting().filter(starts_at__lt=end)
    found = []
    for event in waiting.select_related("body").order_by("starts_at")[:AT_ONCE]:
        status = EventStatus(event.status)
        due_on = None if status == EventStatus.HELD else event.held_on
        found.append(
            Matter(event.title, NEXT[status], event.get_absolute_url(), due_on, _("Committee members"))
        )
    return found
