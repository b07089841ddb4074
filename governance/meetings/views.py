"""The committee's sittings: list, page, and the verbs of those who plan and preside."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.committees.models import CommitteeTerm
from governance.committees.sections import breadcrumbs, sections
from governance.seats.models import Office
from portal.foundation import clock
from portal.foundation.decisions import Decision
from portal.foundation.paging import keyset
from residents.models import Body

from . import actions, permissions
from .forms import CancelForm, MeetingForm, MinutesForm
from .lifecycle import TONES, MeetingStatus
from .models import Meeting
from .rows import meeting_facts, meeting_row

QUESTIONS: dict[str, Callable[..., Decision]] = {
    "announce": permissions.can_announce_meeting,
    "convene": permissions.can_convene_meeting,
    "attend": permissions.can_attend_meeting,
    "adjourn": permissions.can_adjourn_meeting,
    "draft_minutes": permissions.can_draft_minutes,
    "confirm_minutes": permissions.can_confirm_minutes,
    "publish_minutes": permissions.can_publish_minutes,
    "entrust": permissions.can_entrust_meeting,
    "cancel": permissions.can_cancel_meeting,
}


def index(request: HttpRequest, code: str) -> HttpResponse:
    body = get_object_or_404(Body, code=code, kind=Body.Kind.COMMITTEE)
    found = Meeting.objects.filter(body=body).visible_to(request.acting).select_related("term", "body")
    page = keyset(found, request, order="-starts_at -id")
    may_plan = permissions.can_plan_meeting(request.acting, body)
    context = {
        "body": body,
        "page": page,
        "rows": [meeting_row(meeting) for meeting in page],
        "may_plan": may_plan,
        "tabs": sections(body, "meeting-list"),
        "breadcrumbs": breadcrumbs((body.shown_name, _page(body)), (_("Meetings"), "")),
        "page_title": _("Meetings of %(committee)s") % {"committee": body},
    }
    return render(request, "governance/meetings/list.html", context)


def detail(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    meeting = _meeting(request, code, pk)
    may = {
        verb: not request.acting.is_guest and ask(request.acting, meeting) for verb, ask in QUESTIONS.items()
    }
    vice_chairs = ()
    if may["entrust"]:
        held = Office.objects.of_body(meeting.body).on(clock.today()).vice_chairs()
        vice_chairs = [office.seat.person for office in held.select_related("seat__person")]
    found = meeting.resolutions.visible_to(request.acting).select_related("term", "body").order_by("pk")
    attendances = list(meeting.attendances.select_related("member"))
    return render(
        request,
        "governance/meetings/detail.html",
        {
            "meeting": meeting,
            "body": meeting.body,
            "page_title": meeting.title,
            "breadcrumbs": breadcrumbs(
                (meeting.body.shown_name, _page(meeting.body)),
                (_("Meetings"), reverse("governance:meeting-list", args=[meeting.body.code])),
                (meeting.title, ""),
            ),
            "facts": meeting_facts(meeting),
            "may_read_agenda": permissions.can_read_agenda(request.acting, meeting),
            "tone": TONES.get(meeting.status, "neutral"),
            "is_published": meeting.status == MeetingStatus.PUBLISHED,
            "attendances": attendances,
            "resolutions": [_motion_row(resolution) for resolution in found],
            "may": may,
            "is_present": any(row.member_id == request.acting.person.pk for row in attendances)
            if request.acting.person
            else False,
            "vice_chairs": vice_chairs,
        },
    )


@login_required
def plan(request: HttpRequest, code: str) -> HttpResponse:
    body = get_object_or_404(Body, code=code, kind=Body.Kind.COMMITTEE)
    term = get_object_or_404(CommitteeTerm.objects.on(clock.today()), body=body)
    form = MeetingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        meeting = actions.plan(term, by=request.acting, **form.cleaned_data)
        if actions.is_short_notice(meeting.starts_at):
            messages.warning(request, _("The meeting is less than the customary time away."))
        return redirect(meeting)
    may = permissions.can_plan_meeting(request.acting, body)
    return render(request, "governance/meetings/plan.html", {"body": body, "form": form, "may": may})


def _verb(act: Callable[..., object]) -> Callable[..., HttpResponse]:
    """A verb that needs nothing but a press."""

    @login_required
    @require_POST
    def view(request: HttpRequest, code: str, pk: int) -> HttpResponse:
        meeting = _meeting(request, code, pk)
        act(meeting, by=request.acting)
        return redirect(meeting)

    return view


announce = _verb(actions.announce)
convene = _verb(actions.convene)
attend = _verb(actions.attend)
adjourn = _verb(actions.adjourn)
confirm_minutes = _verb(actions.confirm_minutes)
publish_minutes = _verb(actions.publish_minutes)


@login_required
@require_POST
def entrust(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    meeting = _meeting(request, code, pk)
    held = Office.objects.of_body(meeting.body).on(clock.today()).vice_chairs().select_related("seat__person")
    office = get_object_or_404(held, seat__person=request.POST.get("vice_chair"))
    actions.entrust(meeting, by=request.acting, to=office.seat.person)
    return redirect(meeting)


@login_required
def draft_minutes(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    meeting = _meeting(request, code, pk)
    form = MinutesForm(request.POST or None, initial={"minutes": meeting.minutes})
    if request.method == "POST" and form.is_valid():
        actions.draft_minutes(meeting, by=request.acting, **form.cleaned_data)
        return redirect(meeting)
    may = permissions.can_draft_minutes(request.acting, meeting)
    return render(
        request, "governance/meetings/draft_minutes.html", {"meeting": meeting, "form": form, "may": may}
    )


@login_required
def cancel(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    meeting = _meeting(request, code, pk)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.cancel(meeting, by=request.acting, **form.cleaned_data)
        return redirect(meeting)
    may = permissions.can_cancel_meeting(request.acting, meeting)
    return render(request, "governance/meetings/cancel.html", {"meeting": meeting, "form": form, "may": may})


def _motion_row(resolution: Any) -> dict:
    """A motion in one line; resolutions stand above this shelf and bring their own words."""
    return {
        "title": str(resolution),
        "url": resolution.get_absolute_url(),
        "status": resolution.get_status_display(),
        "tone": resolution.tone,
    }


def _page(body: Body) -> str:
    return reverse("governance:committee-detail", args=[body.code])


def _meeting(request: HttpRequest, code: str, pk: int) -> Meeting:
    visible = Meeting.objects.visible_to(request.acting).select_related("body", "term", "entrusted_to")
    return get_object_or_404(visible, body__code=code, pk=pk)
