"""The committee's events: list, calendar, one event, and the verbs of organisers and visitors."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from governance.committees.sections import breadcrumbs, sections
from portal.foundation import clock
from portal.foundation.decisions import Decision, require
from portal.foundation.paging import keyset
from portal.foundation.verb_page import ReasonForm, posted, verb_page
from residents.models import Body, User

from . import actions, permissions
from .calendar import calendar
from .forms import EventForm, HoldForm, ReportForm, ReviseForm, as_planned
from .models import CommitteeEvent
from .rows import event_facts, event_row

QUESTIONS: dict[str, Callable[..., Decision]] = {
    "replan": permissions.can_replan_event,
    "announce": permissions.can_announce_event,
    "revise": permissions.can_revise_event,
    "hold": permissions.can_hold_event,
    "report": permissions.can_report_event,
    "cancel": permissions.can_cancel_event,
    "read_sign_ups": permissions.can_read_sign_ups,
}
CALENDAR_GOES_BACK = timedelta(days=400)


def index(request: HttpRequest, code: str) -> HttpResponse:
    """What was, what is to come; the newest day first."""
    body = _body(code)
    found = CommitteeEvent.objects.filter(body=body).visible_to(request.acting)
    page = keyset(found.select_related("body", "kind"), request, order="-starts_at -id")
    context = {
        "body": body,
        "page": page,
        "rows": [event_row(event) for event in page],
        "may_plan": not request.acting.is_guest and permissions.can_plan_event(request.acting, body),
        "tabs": sections(body, "event-list"),
        "breadcrumbs": _way(body, (_("Events"), "")),
        "page_title": _("Events of %(committee)s") % {"committee": body},
    }
    return render(request, "governance/events/list.html", context)


@require_GET
def calendar_file(request: HttpRequest, code: str) -> HttpResponse:
    """/committees/<code>/events.ics: the same for everybody, so plans are not in it."""
    body = _body(code)
    shown = CommitteeEvent.objects.filter(body=body).in_calendar(clock.now() - CALENDAR_GOES_BACK)
    shown = shown.select_related("body").annotate(changed_at=Max("steps__at"))
    text = calendar(_("Events of %(committee)s") % {"committee": body}, shown)
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{code}-events.ics"'
    return answer


def detail(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Place, time, places left; afterwards the report."""
    event = _event(request, code, pk)
    by = request.acting
    count = event.sign_ups.count()
    has_signed_up = not by.is_guest and event.sign_ups.filter(person=by.person).exists()
    context = {
        "event": event,
        "body": event.body,
        "page_title": event.title,
        "facts": event_facts(event, count),
        "may": {} if by.is_guest else {verb: ask(by, event) for verb, ask in QUESTIONS.items()},
        "may_sign_up": permissions.can_sign_up(by, event, count),
        "has_signed_up": has_signed_up,
        "may_withdraw": has_signed_up and permissions.can_withdraw_sign_up(by, event),
        "breadcrumbs": _way(event.body, _list(event.body), (event.title, "")),
    }
    return render(request, "governance/events/detail.html", context)


def sign_ups(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Who means to come, for those who prepare the event."""
    event = _event(request, code, pk)
    require(permissions.can_read_sign_ups(request.acting, event))
    page = keyset(event.sign_ups.select_related("person"), request, order="id")
    context = {
        "event": event,
        "page": page,
        "rows": [{"title": str(row.person), "date": row.at} for row in page],
        "page_title": _("Who signed up for “%(event)s”") % {"event": event.title},
        "breadcrumbs": _way(event.body, _list(event.body), (event.title, event.get_absolute_url())),
    }
    return render(request, "governance/events/sign_ups.html", context)


def plan(request: HttpRequest, code: str) -> HttpResponse:
    body = _body(code)
    return verb_page(
        request,
        may=permissions.can_plan_event(request.acting, body),
        form=EventForm(posted(request)),
        perform=lambda **words: actions.plan(body, by=request.acting, **words),
        done=_("The event is planned. Nobody else sees it until you announce it."),
        back=_list(body)[1],
        question=_("Plan an event"),
        submit=_("Save the plan"),
        breadcrumbs=_way(body, _list(body), (_("Plan an event"), "")),
    )


def replan(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    return _act(
        request,
        _event(request, code, pk),
        "replan",
        form=lambda event: EventForm(posted(request), initial=as_planned(event)),
        question=_("Change the plan"),
        submit=_("Save the plan"),
        done=_("The plan is saved."),
    )


def announce(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    return _act(
        request,
        _event(request, code, pk),
        "announce",
        question=_("Announce the event?"),
        text=_("Everybody can read it from then on. Members and those who follow the room are told."),
        submit=_("Announce the event"),
        done=_("The event is announced."),
    )


def revise(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    return _act(
        request,
        _event(request, code, pk),
        "revise",
        form=lambda event: ReviseForm(posted(request), initial=as_planned(event)),
        question=_("Change the announced event"),
        submit=_("Announce the change"),
        done=_("The change is announced. Those who signed up have been told."),
    )


def hold(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    return _act(
        request,
        _event(request, code, pk),
        "hold",
        form=lambda event: HoldForm(posted(request), people=User.objects.filter(event_sign_ups__event=event)),
        question=_("Record who came"),
        submit=_("Record"),
        done=_("Recorded. Now write the report."),
    )


def report(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    return _act(
        request,
        _event(request, code, pk),
        "report",
        form=lambda event: ReportForm(posted(request)),
        question=_("Report on the event"),
        text=_("With the report the list of those who signed up is deleted."),
        submit=_("Publish the report"),
        done=_("The report is published."),
    )


def cancel(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    return _act(
        request,
        _event(request, code, pk),
        "cancel",
        form=lambda event: ReasonForm(
            posted(request), label=_("Reason"), help_text=_("Everybody who was invited reads it.")
        ),
        question=_("Cancel the event?"),
        submit=_("Cancel the event"),
        done=_("The event is cancelled. Those who signed up have been told."),
        tone="danger",
    )


@login_required
def sign_up(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Whoever comes here from the log-in page finds the button once more."""
    event = _event(request, code, pk)
    if request.method == "POST":
        actions.sign_up(event, by=request.acting)
        messages.success(
            request, _("A place is kept for you. You can give it back at any time before it begins.")
        )
    return redirect(event)


@login_required
def withdraw_sign_up(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    event = _event(request, code, pk)
    if request.method == "POST":
        actions.withdraw_sign_up(event, by=request.acting)
        messages.success(request, _("You have given your place back. Nothing of it is kept."))
    return redirect(event)


def _act(
    request: HttpRequest, event: CommitteeEvent, verb: str, *, form: Any = None, **page: Any
) -> HttpResponse:
    way = _way(event.body, _list(event.body), (event.title, event.get_absolute_url()), (page["submit"], ""))
    may = QUESTIONS[verb](request.acting, event)
    return verb_page(
        request,
        may=may,
        form=form(event) if form is not None and may else None,
        perform=partial(getattr(actions, verb), event, by=request.acting),
        back=event.get_absolute_url(),
        breadcrumbs=way,
        **page,
    )


def _way(body: Body, *more: tuple[str, str]) -> list[dict]:
    return breadcrumbs((body.shown_name, reverse("governance:committee-detail", args=[body.code])), *more)


def _list(body: Body) -> tuple[str, str]:
    return _("Events"), reverse("governance:event-list", args=[body.code])


def _body(code: str) -> Body:
    return get_object_or_404(Body, code=code, kind=Body.Kind.COMMITTEE)


def _event(request: HttpRequest, code: str, pk: int) -> CommitteeEvent:
    visible = CommitteeEvent.objects.visible_to(request.acting).select_related("body", "kind", "room")
    return get_object_or_404(visible, body__code=code, pk=pk)
