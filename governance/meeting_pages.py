"""The page of one meeting: what meetings, minutes and resolutions have to say about it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.committees.sections import breadcrumbs
from governance.meetings.lifecycle import TONES
from governance.meetings.models import Meeting
from governance.meetings.permissions import can_read_agenda
from governance.meetings.rows import meeting_facts, offices_on_its_day, presence
from governance.meetings.views import may_about, who_can_be_asked
from governance.minutes.permissions import can_draft_minutes, can_read_full_minutes
from governance.minutes.presenting import public_versions


def meeting(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """When, where, about what; who was there; what was decided; the minutes as published."""
    visible = Meeting.objects.visible_to(request.acting).select_related(
        "body", "term", "entrusted_to", "presided_by", "room"
    )
    found = get_object_or_404(visible, body__code=code, pk=pk)
    may = may_about(request, found)
    members, offices = offices_on_its_day(found)
    attendances = list(found.attendances.select_related("member"))
    motions = found.resolutions.visible_to(request.acting).select_related("term", "body").order_by("pk")
    published = public_versions(found)
    return render(
        request,
        "governance/meetings/detail.html",
        {
            "meeting": found,
            "body": found.body,
            "page_title": found.title,
            "breadcrumbs": breadcrumbs(
                (found.body.shown_name, reverse("governance:committee-detail", args=[code])),
                (_("Meetings"), reverse("governance:meeting-list", args=[code])),
                (found.title, ""),
            ),
            "facts": meeting_facts(found, offices),
            "tone": TONES.get(found.status, "neutral"),
            "may_read_agenda": can_read_agenda(request.acting, found),
            "presence": presence(found, attendances, members, offices),
            "resolutions": [_motion_row(motion) for motion in motions],
            "minutes": published[-1] if published else None,
            "has_minutes_page": bool(published) or _reads_drafts(request, found),
            "may_draft_minutes": not request.acting.is_guest and can_draft_minutes(request.acting, found),
            "may": may,
            "is_present": _is_present(request, attendances),
            "can_be_asked": who_can_be_asked(found) if may["entrust"] else [],
        },
    )


def _reads_drafts(request: HttpRequest, found: Meeting) -> bool:
    has_drafts = found.minutes_versions.exists()
    return has_drafts and bool(can_read_full_minutes(request.acting, found))


def _is_present(request: HttpRequest, attendances: list[Any]) -> bool:
    person = request.acting.person
    return person is not None and any(row.member_id == person.pk for row in attendances)


def _motion_row(resolution: Any) -> dict:
    """A motion in one line."""
    return {
        "title": str(resolution),
        "url": resolution.get_absolute_url(),
        "status": resolution.get_status_display(),
        "tone": resolution.tone,
    }
