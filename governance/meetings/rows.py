"""A meeting in one line of a list, its facts, and who was there in which office."""

from typing import Any

from django.utils.translation import gettext as _

from governance.seats.models import Seat

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


def meeting_facts(meeting: Meeting, offices: dict[int, str]) -> list[dict]:
    """When, where, whether one may come, and who presides or presided."""
    presiding = meeting.presided_by or meeting.entrusted_to
    return [
        {
            "label": _("Meeting"),
            "value": _("%(term)s, meeting %(number)s") % {"term": meeting.term, "number": meeting.number},
        },
        {"label": _("Begins"), "date": meeting.starts_at},
        {"label": _("Ends"), "date": meeting.ends_at},
        {"label": _("How it is held"), "value": meeting.get_mode_display()},
        {
            "label": _("Place"),
            "value": meeting.place,
            "url": meeting.room.get_absolute_url() if meeting.room else "",
        },
        {
            "label": _("Open or closed to the public"),
            "value": _("Open to the public") if meeting.is_open else _("Closed to the public"),
        },
        {"label": _("Why it is closed"), "value": meeting.closing_ground},
        {"label": _("Day of announcement"), "date": meeting.announced_on},
        {
            "label": _("Presided") if meeting.presided_by else _("Presides"),
            "value": with_office(presiding, offices) if presiding else "",
        },
    ]


def offices_on_its_day(meeting: Meeting) -> tuple[list[Any], dict[int, str]]:
    """Who was a member on the day of the meeting, and the office each held on that day."""
    day = meeting.held_on
    seats = list(Seat.objects.of_body(meeting.body).on(day).with_offices(day).order_by("pk"))
    offices = {seat.person_id: seat.offices_held[0].get_kind_display() for seat in seats if seat.offices_held}
    return [seat.person for seat in seats], offices


def with_office(person: Any, offices: dict[int, str]) -> str:
    """A name as minutes print it: with the office held on that day."""
    office = offices.get(person.pk)
    return _("%(name)s (%(office)s)") % {"name": person, "office": office} if office else str(person)


def presence(meeting: Meeting, attendances: list[Any], members: list[Any], offices: dict[int, str]) -> list:
    """The head of the minutes: present, absent, observers, materials."""
    if meeting.seats is None:
        return []
    there = {row.member_id for row in attendances}
    present = _("%(present)s of %(seats)s members") % {"present": len(there), "seats": meeting.seats}
    names = "、".join(with_office(row.member, offices) for row in attendances)
    observers = "" if meeting.observers is None else _("%(count)s people") % {"count": meeting.observers}
    return [
        {"label": _("Present"), "value": f"{present}\u3000{names}".strip()},
        {
            "label": _("Absent"),
            "value": "、".join(with_office(who, offices) for who in members if who.pk not in there),
        },
        {"label": _("Observers"), "value": observers},
        {"label": _("Materials"), "value": "、".join(meeting.materials.split("\n")).replace("\r", "")},
    ]
