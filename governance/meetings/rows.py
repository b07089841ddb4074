"""A meeting in one line of a list, and its facts."""

from django.utils.translation import gettext as _

from .lifecycle import TONES
from .models import Meeting


def meeting_row(meeting: Meeting) -> dict:
    """For the resource list."""
    return {
        "title": meeting.title,
        "url": meeting.get_absolute_url(),
        "date": meeting.starts_at,
        "status": meeting.get_status_display(),
        "tone": TONES.get(meeting.status, "neutral"),
        "meta": _("Open to the public") if meeting.is_open else _("Closed to the public"),
    }


def meeting_facts(meeting: Meeting) -> list[dict]:
    """When, where, and whether one may come."""
    return [
        {
            "label": _("Meeting"),
            "value": _("%(term)s, meeting %(number)s") % {"term": meeting.term, "number": meeting.number},
        },
        {"label": _("Begins"), "date": meeting.starts_at},
        {"label": _("Ends"), "date": meeting.ends_at},
        {"label": _("Place"), "value": meeting.place},
        {
            "label": _("Open or closed to the public"),
            "value": _("Open to the public") if meeting.is_open else _("Closed to the public"),
        },
        {"label": _("Why it is closed"), "value": meeting.closing_ground},
        {"label": _("Day of announcement"), "date": meeting.announced_on},
        {"label": _("Presides"), "value": str(meeting.entrusted_to or "")},
    ]
