"""The committee's sittings: list, calendar, and the verbs of those who plan and preside."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_list_or_404, get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from governance.committees.models import CommitteeTerm
from governance.committees.sections import breadcrumbs, sections
from portal.foundation import clock
from portal.foundation.decisions import Decision, Denied, require
from portal.foundation.paging import keyset
from portal.foundation.verb_page import posted
from residents.models import Body

from . import actions, permissions
from .calendar import calendar, with_last_change
from .forms import MeetingForm, PlanForm, ReasonForm, ReviseForm, as_planned
from .models import Meeting
from .rows import meeting_row
from .verb_pages import QUESTIONS, committee_page, form_page, visible

CALENDAR_GOES_BACK = timedelta(days=400)


def may_about(request: HttpRequest, meeting: Meeting) -> dict[str, Decision]:
    """What the reader may do with a meeting; a guest nothing."""
    is_guest = request.acting.is_guest
    return {verb: not is_guest and ask(request.acting, meeting) for verb, ask in QUESTIONS.items()}


def who_can_be_asked(meeting: Meeting) -> list[Any]:
    """The people who can be asked to preside."""
    return [seat.person for seat in permissions.who_may_preside(meeting.body)]


def index(request: HttpRequest, code: str) -> HttpResponse:
    body = get_object_or_404(Body, code=code, kind=Body.Kind.COMMITTEE)
    found = Meeting.objects.filter(body=body).visible_to(request.acting).select_related("term", "body")
    page = keyset(found, request, order="-starts_at -id")
    context = {
        "body": body,
        "page": page,
        "rows": [meeting_row(meeting) for meeting in page],
        "may_plan": permissions.can_plan_meeting(request.acting, body),
        "tabs": sections(body, "meeting-list"),
        "breadcrumbs": breadcrumbs((body.shown_name, committee_page(body)), (_("Meetings"), "")),
        "page_title": _("Meetings of %(committee)s") % {"committee": body},
    }
    return render(request, "governance/meetings/list.html", context)


@require_GET
def calendar_file(request: HttpRequest, code: str) -> HttpResponse:
    """/committees/<code>/meetings.ics: the same for everybody, so plans and closed agendas are not in it."""
    body = get_object_or_404(Body, code=code, kind=Body.Kind.COMMITTEE)
    shown = Meeting.objects.filter(body=body).in_calendar(clock.now() - CALENDAR_GOES_BACK)
    name = _("Meetings of %(committee)s") % {"committee": body}
    text = calendar(name, with_last_change(shown.select_related("body")))
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{code}-meetings.ics"'
    return answer


@login_required
def plan(request: HttpRequest, code: str) -> HttpResponse:
    body = get_object_or_404(Body, code=code, kind=Body.Kind.COMMITTEE)
    get_list_or_404(CommitteeTerm, body=body, ends_on__gte=clock.today())
    may = permissions.can_plan_meeting(request.acting, body)
    form = PlanForm(request.POST or None, body=body)
    meeting = _done(request, may, form, actions.plan)
    if meeting is not None:
        return redirect(meeting)
    words = {"page_title": _("Plan a meeting"), "submit": _("Plan the meeting")}
    return _act(request, form, may, lead=body.shown_name, back=committee_page(body), **words)


@login_required
def replan(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    meeting = visible(request, code, pk)
    may = permissions.can_replan_meeting(request.acting, meeting)
    form = MeetingForm(request.POST or None, initial=as_planned(meeting) if may else {})
    if _done(request, may, form, partial(actions.replan, meeting)):
        return redirect(meeting)
    words = {"page_title": _("Change the plan"), "submit": _("Save the plan")}
    return _act(request, form, may, lead=meeting.title, back=meeting.get_absolute_url(), **words)


@login_required
def revise(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    meeting = visible(request, code, pk)
    may = permissions.can_revise_meeting(request.acting, meeting)
    form = ReviseForm(request.POST or None, initial=as_planned(meeting) if may else {})
    if _done(request, may, form, partial(actions.revise, meeting)):
        return redirect(meeting)
    words = {"page_title": _("Change the announced meeting"), "submit": _("Announce the change")}
    return _act(request, form, may, lead=meeting.title, back=meeting.get_absolute_url(), **words)


def postpone(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    return form_page(
        request,
        visible(request, code, pk),
        "postpone",
        ReasonForm(posted(request)),
        actions.postpone,
        done=_("The meeting is postponed. Those concerned have been told."),
        title=_("Postpone the meeting"),
    )


def cancel(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    return form_page(
        request,
        visible(request, code, pk),
        "cancel",
        ReasonForm(posted(request)),
        actions.cancel,
        done=_("The meeting is cancelled. Those concerned have been told."),
        title=_("Cancel the meeting"),
        tone="danger",
    )


@login_required
@require_POST
def entrust(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    meeting = visible(request, code, pk)
    person = next((p for p in who_can_be_asked(meeting) if str(p.pk) == request.POST.get("person")), None)
    if person is None:
        raise Http404
    actions.entrust(meeting, by=request.acting, to=person)
    return redirect(meeting)


def _verb(act: Callable[..., object]) -> Callable[..., HttpResponse]:
    """A verb that needs nothing but a press."""

    @login_required
    @require_POST
    def view(request: HttpRequest, code: str, pk: int) -> HttpResponse:
        meeting = visible(request, code, pk)
        act(meeting, by=request.acting)
        return redirect(meeting)

    return view


announce = _verb(actions.announce)
convene = _verb(actions.convene)
attend = _verb(actions.attend)
adjourn = _verb(actions.adjourn)


def _done(
    request: HttpRequest, may: Decision, form: forms.Form, act: Callable[..., Meeting]
) -> Meeting | None:
    """Act on a sound form; a refusal stands beside what was entered, short notice is said at once."""
    if request.method != "POST":
        return None
    require(may)
    if not form.is_valid():
        return None
    try:
        meeting = act(by=request.acting, **form.cleaned_data)
    except Denied as refused:
        form.add_error(None, str(refused))
        return None
    if actions.is_short_notice(meeting.starts_at):
        messages.warning(request, _("The meeting is less than the customary time away."))
    return meeting


def _act(request: HttpRequest, form: forms.Form, may: Decision, **words: Any) -> HttpResponse:
    return render(request, "governance/act.html", {"form": form, "may": may, **words})
