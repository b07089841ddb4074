"""Meetings on the secretariat's desk: those to come, those to be announced, minutes on their way."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .lifecycle import MeetingStatus
from .models import Meeting

NEXT = {
    MeetingStatus.PLANNED: (_("Announce the meeting"), _("Secretariat")),
    MeetingStatus.ANNOUNCED: (_("Meeting"), _("Chair")),
    MeetingStatus.POSTPONED: (_("Set the new day of the meeting"), _("Secretariat")),
    MeetingStatus.MINUTES_DRAFT: (_("Draft and confirm the minutes"), _("Secretariat and chair")),
    MeetingStatus.MINUTES_CONFIRMED: (_("Publish the minutes"), _("Secretariat")),
}


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """One line per meeting with what comes next."""
    end = timezone.make_aware(datetime.combine(until + timedelta(days=1), time.min))
    open_ones = Meeting.objects.filter(status__in=NEXT, starts_at__lt=end).select_related("body")
    found = []
    for meeting in open_ones.order_by("starts_at")[:AT_ONCE]:
        text, waits_for = NEXT[MeetingStatus(meeting.status)]
        begins = timezone.localtime(meeting.starts_at).date()
        has_day = meeting.status in (MeetingStatus.PLANNED, MeetingStatus.ANNOUNCED)
        found.append(
            Matter(meeting.title, text, meeting.get_absolute_url(), begins if has_day else None, waits_for)
        )
    return found
