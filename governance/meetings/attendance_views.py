"""Who is present, who looks on, and what lies on the table: recorded by the secretariat."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from governance.seats.models import Seat
from portal.foundation import clock
from portal.foundation.verb_page import posted

from . import attendance_actions
from .forms import AttendanceForm, HeadForm
from .verb_pages import form_page, visible


def record_attendance(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    meeting = visible(request, code, pk)
    seats = Seat.objects.of_body(meeting.body).on(clock.today()).select_related("person").order_by("pk")
    there = set(meeting.attendances.values_list("member_id", flat=True))
    people = [seat.person for seat in seats if seat.person_id not in there]
    return form_page(
        request,
        meeting,
        "record_attendance",
        AttendanceForm(posted(request), people=people),
        attendance_actions.record_attendance,
        done=_("Who is present has been recorded."),
        title=_("Record who is present"),
        submit=_("Record as present"),
    )


def record_head(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    meeting = visible(request, code, pk)
    initial = {"observers": meeting.observers, "materials": meeting.materials}
    return form_page(
        request,
        meeting,
        "record_head",
        HeadForm(posted(request), initial=initial),
        attendance_actions.record_head,
        done=_("Observers and materials have been recorded."),
        title=_("Record observers and materials"),
        submit=_("Record"),
    )
