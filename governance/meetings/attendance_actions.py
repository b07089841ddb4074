"""What the secretariat records of a sitting: who was there, how many listened, what was handed out."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from governance.seats.models import Seat
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied, require

from .models import Attendance, Meeting
from .permissions import can_record_attendance, can_record_head


@transaction.atomic
def record_attendance(meeting: Meeting, *, by: Acting, members: Iterable[Any]) -> list[Attendance]:
    """Note the members who are present at the place; who has registered already stays registered."""
    meeting = _locked(meeting)
    require(can_record_attendance(by, meeting))
    seated = set(Seat.objects.of_body(meeting.body).on(clock.today()).values_list("person_id", flat=True))
    there = set(meeting.attendances.values_list("member_id", flat=True))
    people = list(members)
    require(
        all(person.pk in seated for person in people)
        or Denied(_("Only members of today can be recorded as present."))
    )
    new = [
        Attendance(meeting=meeting, member=person, at=clock.now())
        for person in people
        if person.pk not in there
    ]
    Attendance.objects.bulk_create(new)
    if new:
        audit.record(
            "governance.meeting.attendance_recorded", by=by, target=meeting, details={"members": len(new)}
        )
    return new


@transaction.atomic
def record_head(meeting: Meeting, *, by: Acting, observers: int | None, materials: str) -> Meeting:
    """Note how many listened and which papers were handed out: both stand at the head of the minutes."""
    meeting = _locked(meeting)
    require(can_record_head(by, meeting))
    meeting.observers, meeting.materials = observers, materials
    meeting.save(update_fields=["observers", "materials"])
    audit.record("governance.meeting.head_recorded", by=by, target=meeting)
    return meeting


def _locked(meeting: Meeting) -> Meeting:
    return Meeting.objects.select_for_update(of=("self",)).select_related("body", "term").get(pk=meeting.pk)
