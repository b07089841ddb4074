"""Naming facilitators, their answer, their time in office."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from communities.forums import actions as forums
from communities.forums.models import Forum
from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import require
from residents.models import Contract

from . import notifications, permissions
from .models import FacilitatorAssignment, Source


@transaction.atomic
def designate(
    forum: Forum,
    person: Any,
    *,
    by: Acting,
    source: str,
    resolution: str = "",
    dispatched_by: Any = None,
    contract: Any = None,
) -> FacilitatorAssignment:
    """Name a facilitator (指名・選任・選定 are one act); it binds once the person accepts."""
    require(permissions.can_designate_facilitator(by, forum, resolution))
    require(permissions.is_not_named_yet(forum, person))
    require(permissions.is_sent_under(contract, dispatched_by))
    assignment = FacilitatorAssignment(
        forum_id=forum.pk,
        person=person,
        source=source,
        resolution=resolution,
        dispatched_by=dispatched_by,
        contract=contract,
    )
    assignment.step("designate", by=by)
    audit.record("communities.facilitator.designated", by=by, target=forum, reference=resolution)
    notifications.facilitator_designated(assignment, by)
    return assignment


@transaction.atomic
def accept(assignment: FacilitatorAssignment, *, by: Acting, shown_name: str = "") -> FacilitatorAssignment:
    """Say yes; in a room that is already open the office begins at once."""
    assignment = _again(assignment)
    require(permissions.can_accept(by, assignment))
    assignment.step("accept", by=by)
    forums.enrol(assignment.forum, assignment.person, by=by, shown_name=shown_name)
    audit.record("communities.facilitator.accepted", by=by, target=assignment.forum)
    notifications.facilitator_accepted(assignment)
    if assignment.forum.accepts_posts:
        begin(assignment, by=by)
    return assignment


@transaction.atomic
def decline(assignment: FacilitatorAssignment, *, by: Acting, reason: str = "") -> FacilitatorAssignment:
    """Say no."""
    assignment = _again(assignment)
    require(permissions.can_decline(by, assignment))
    assignment.step("decline", by=by, reason=reason)
    audit.record("communities.facilitator.declined", by=by, target=assignment.forum)
    notifications.facilitator_declined(assignment)
    return assignment


@transaction.atomic
def begin(assignment: FacilitatorAssignment, *, by: Acting) -> FacilitatorAssignment:
    """Take office: with the opening of the room, or on accepting when it is open."""
    require(permissions.can_begin(assignment))
    assignment.step("begin", by=by, begins_on=clock.today())
    forums.enrol(assignment.forum, assignment.person, by=by, is_facilitator=True)
    audit.record("communities.facilitator.begun", by=by, target=assignment.forum)
    return assignment


def begin_all(forum: Forum, *, by: Acting) -> None:
    """Everybody who accepted takes office when the room opens."""
    for assignment in (
        forum.facilitators.accepting().exclude(status="active").select_related("forum", "person")
    ):
        begin(assignment, by=by)


@transaction.atomic
def name_opener(forum: Forum, *, by: Acting) -> FacilitatorAssignment:
    """In the citizen area the opener chairs, unless they name another (checklist 74)."""
    require(permissions.can_designate_facilitator(by, forum))
    assignment = FacilitatorAssignment(forum=forum, person=by.person, source=Source.OPENER)
    assignment.step("designate", by=by)
    assignment.step("accept", by=by)
    audit.record("communities.facilitator.designated", by=by, target=forum)
    return begin(assignment, by=by)


@transaction.atomic
def end(
    assignment: FacilitatorAssignment, *, by: Acting, reason: str = "", resolution: str = ""
) -> FacilitatorAssignment:
    """Stop, be replaced, or end with the room."""
    assignment = _again(assignment)
    require(permissions.can_end(by, assignment, resolution))
    assignment.step("end", by=by, reason=reason, ends_on=clock.today())
    forums.relieve(assignment.forum, assignment.person)
    audit.record(
        "communities.facilitator.ended",
        by=by,
        target=assignment.forum,
        reason=reason,
        reference=resolution,
    )
    notifications.facilitator_ended(assignment, by)
    return assignment


def end_all(forum: Forum, *, reason: str = "") -> None:
    """The room closes, and with it every office in it: a consequence, decided by nobody anew."""
    for assignment in forum.facilitators.exclude(status__in=["ended", "declined"]).select_related(
        "forum", "person"
    ):
        end(assignment, by=CLOCK, reason=reason)


@transaction.atomic
def follow_contract(assignment: FacilitatorAssignment, *, by: Acting) -> FacilitatorAssignment:
    """The contract under which somebody was sent is over: with it the office, unless the next year has begun."""
    assignment = _again(assignment)
    contract = assignment.contract
    assert contract is not None  # only those sent under a contract are found to be over
    following = Contract.objects.running_on(clock.today()).filter(renews=contract).first()
    if following is not None:
        assignment.contract = following
        assignment.save(update_fields=["contract"])
        audit.record(
            "communities.facilitator.contract_renewed",
            by=by,
            target=assignment.forum,
            reference=following.number,
        )
        return assignment
    assignment = end(assignment, by=by, reason=contract.title)
    notifications.facilitator_contract_ended(assignment)
    return assignment


@transaction.atomic
def change_source(
    assignment: FacilitatorAssignment, *, by: Acting, source: str, **more: Any
) -> FacilitatorAssignment:
    """Somebody joins the committee in mid-term or is no longer sent: one office ends, the next begins."""
    assignment = _again(assignment)
    resolution = more.pop("resolution", assignment.resolution)
    require(permissions.can_designate_facilitator(by, assignment.forum, resolution))
    end(assignment, by=by, reason=f"source: {source}", resolution=resolution)
    following = FacilitatorAssignment(
        forum=assignment.forum, person=assignment.person, source=source, resolution=resolution, **more
    )
    following.step("designate", by=by)
    following.step("accept", by=by)
    audit.record(
        "communities.facilitator.source_changed", by=by, target=assignment.forum, reference=resolution
    )
    return begin(following, by=by)


def _again(assignment: FacilitatorAssignment) -> FacilitatorAssignment:
    rows = FacilitatorAssignment.objects.select_for_update(of=("self",)).select_related("forum", "person")
    return rows.get(pk=assignment.pk)
