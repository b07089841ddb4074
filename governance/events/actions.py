"""The verbs of an event: plan, announce, change, hold, report, cancel; sign up and withdraw."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from communities.models import Room
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from residents.models import Body

from . import notifications, permissions
from .lifecycle import EventStatus
from .models import CommitteeEvent, EventKind, SignUp


@transaction.atomic
def plan(
    body: Body,
    *,
    by: Acting,
    kind: str,
    title: str,
    about: str,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    room: Room | None = None,
    takes_sign_ups: bool = False,
    capacity: int | None = None,
    sign_up_until: date | None = None,
) -> CommitteeEvent:
    """Prepare an event; nobody outside the committee and its secretariat knows of it yet (checklist 68).

    The same plan sent twice is one plan.
    """
    body = Body.objects.select_for_update().get(pk=body.pk)
    require(permissions.can_plan_event(by, body))
    sent = body.committee_events.filter(title=title, starts_at=starts_at, status=EventStatus.PLANNED).first()
    if sent is not None:
        return sent
    event = CommitteeEvent(
        body=body,
        kind=_kind(kind),
        title=title,
        about=about,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        room=room,
        takes_sign_ups=takes_sign_ups,
        capacity=capacity,
        sign_up_until=sign_up_until,
    )
    event.step("plan", by=by)
    audit.record("governance.event.planned", by=by, target=event)
    return event


@transaction.atomic
def replan(event: CommitteeEvent, *, by: Acting, kind: str, **fields: Any) -> CommitteeEvent:
    """Work on a plan that nobody has been told of yet."""
    event = _locked(event)
    require(permissions.can_replan_event(by, event))
    event.step("replan", by=by, kind=_kind(kind), **fields)
    audit.record("governance.event.replanned", by=by, target=event)
    return event


@transaction.atomic
def announce(event: CommitteeEvent, *, by: Acting) -> CommitteeEvent:
    """Invite: the members and whoever follows the room of the event are told."""
    event = _locked(event)
    require(permissions.can_announce_event(by, event))
    event.step("announce", by=by, announced_at=clock.now())
    audit.record("governance.event.announced", by=by, target=event, public=True)
    notifications.event_announced(event, by)
    return event


@transaction.atomic
def revise(event: CommitteeEvent, *, by: Acting, reason: str, kind: str, **fields: Any) -> CommitteeEvent:
    """Change what was announced; those who mean to come are told, and calendars move the same entry."""
    event = _locked(event)
    require(permissions.can_revise_event(by, event))
    event.step("revise", by=by, reason=reason, kind=_kind(kind), sequence=event.sequence + 1, **fields)
    audit.record("governance.event.revised", by=by, target=event, reason=reason, public=True)
    notifications.event_revised(event, by, reason)
    return event


@transaction.atomic
def hold(
    event: CommitteeEvent, *, by: Acting, present: Iterable[Any] = (), others: int = 0
) -> CommitteeEvent:
    """It took place; how many of those who signed up came, and how many others, is counted, not who."""
    event = _locked(event)
    require(permissions.can_hold_event(by, event))
    came = event.sign_ups.filter(person__in=list(present)).count()
    event.step("hold", by=by, signed_up=event.sign_ups.count(), attended=came + others)
    audit.record("governance.event.held", by=by, target=event)
    return event


@transaction.atomic
def report(event: CommitteeEvent, *, by: Acting, report: str) -> CommitteeEvent:
    """Say how it was; the list of those who signed up has done its service and is deleted."""
    event = _locked(event)
    require(permissions.can_report_event(by, event))
    coming = notifications.coming(event)
    event.sign_ups.all().delete()
    event.step("report", by=by, report=report, sequence=event.sequence + 1)
    audit.record("governance.event.reported", by=by, target=event, public=True)
    notifications.event_reported(event, by, coming)
    return event


@transaction.atomic
def cancel(event: CommitteeEvent, *, by: Acting, reason: str) -> CommitteeEvent:
    """Call it off and say why; a plan that nobody knew of is dropped quietly."""
    event = _locked(event)
    require(permissions.can_cancel_event(by, event))
    coming = notifications.coming(event)
    event.sign_ups.all().delete()
    event.step("cancel", by=by, reason=reason, status_reason=reason, sequence=event.sequence + 1)
    is_public = event.announced_at is not None
    audit.record("governance.event.cancelled", by=by, target=event, reason=reason, public=is_public)
    notifications.event_cancelled(event, by, reason, coming)
    return event


@transaction.atomic
def sign_up(event: CommitteeEvent, *, by: Acting) -> SignUp:
    """Keep a place; doing it twice keeps one."""
    event = _locked(event)
    kept = event.sign_ups.filter(person=by.person).first()
    if kept is not None:
        return kept
    require(permissions.can_sign_up(by, event))
    row = SignUp.objects.create(event=event, person=by.person, at=clock.now())
    audit.record("governance.event.signed_up", by=by, target=event)
    return row


@transaction.atomic
def withdraw_sign_up(event: CommitteeEvent, *, by: Acting) -> None:
    """Give the place back; nothing of it is kept."""
    event = _locked(event)
    require(permissions.can_withdraw_sign_up(by, event))
    if event.sign_ups.filter(person=by.person).delete()[0]:
        audit.record("governance.event.sign_up_withdrawn", by=by, target=event)


def _kind(name: str) -> EventKind:
    return EventKind.objects.get_or_create(name=name.strip())[0]


def _locked(event: CommitteeEvent) -> CommitteeEvent:
    found = CommitteeEvent.objects.select_for_update(of=("self",)).select_related("body", "kind", "room")
    return found.get(pk=event.pk)
