"""What a sitting left undone, on the secretariat's desk: the sitting not closed, motions not decided."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.meetings.models import Meeting
from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .lifecycle import ResolutionStatus
from .models import Resolution


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """As long as one is open, the sitting cannot be closed;."""
    waiting = Resolution.objects.visible_to(by).filter(status=ResolutionStatus.PROPOSED)
    sittings = Meeting.objects.visible_to(by).in_session().select_related("body")
    found = [
        Matter(
            meeting.title,
            _("Close the sitting"),
            meeting.get_absolute_url(),
            timezone.localtime(meeting.ends_at).date(),
            _("Chair"),
        )
        for meeting in sittings.order_by("starts_at")[:AT_ONCE]
    ]
    return found + [
        Matter(
            resolution.title,
            _("Vote on the motion or withdraw it"),
            resolution.get_absolute_url(),
            None,
            _("Chair"),
        )
        for resolution in waiting.select_related("body", "term").order_by("pk")[:AT_ONCE]
    ]
