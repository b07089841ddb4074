"""Who hears of minutes: the members who check them, the chair, everybody of the committee at the end."""

from django.urls import reverse

from governance.meetings.models import Meeting
from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import MinutesAct, MinutesVersion


def minutes_drafted(meeting: Meeting, version: MinutesVersion, *, by: Acting) -> None:
    """The members, who are asked to check the new wording."""
    _tell_members("governance.minutes_drafted", meeting, version, by)


def minutes_published(meeting: Meeting, version: MinutesVersion, *, by: Acting) -> None:
    _tell_members("governance.minutes_published", meeting, version, by)


def correction_asked(meeting: Meeting, asked: MinutesAct) -> None:
    """The secretariat and whoever wrote the words."""
    people = {*people_holding("committee.secretariat"), asked.version.written_by} - {None, asked.person}
    outbox.post(
        "governance.correction_asked",
        recipients=people,
        url=page_of(meeting),
        context={"committee": meeting.body.name, "meeting": meeting.title, "note": asked.note},
        once=f"correction-asked:{asked.pk}",
    )


def page_of(meeting: Meeting) -> str:
    return reverse("governance:minutes-detail", args=[meeting.body.code, meeting.pk])


def _tell_members(kind: str, meeting: Meeting, version: MinutesVersion, by: Acting) -> None:
    outbox.post(
        kind,
        recipients=[person for person in meeting.body.members_on() if person != by.person],
        url=page_of(meeting),
        context={
            "committee": meeting.body.name,
            "meeting": meeting.title,
            "number": version.number,
            "reason": version.reason,
        },
        once=f"{kind}:{version.pk}",
    )
