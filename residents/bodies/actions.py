"""Setting up bodies and saying who belongs to them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from portal.foundation.standing import pass_on, standing_with

from . import notifications
from .models import Body, BodyMembership, BodyName, BodySuccession
from .permissions import (
    can_change_members,
    can_dissolve,
    can_follow,
    can_hand_over,
    can_rename,
    can_reorganise,
    can_set_up,
    can_take_over,
    has_not_begun,
    nothing_stays_behind,
)


@transaction.atomic
def join(
    body: Body,
    *,
    person: Any,
    by: Acting,
    from_on: date | None = None,
    until_on: date | None = None,
    post: str = "",
    basis: str = "",
) -> BodyMembership:
    """Let a person belong to a body from a day to a day; rights follow by themselves."""
    require(can_change_members(by, body))
    membership = BodyMembership.objects.create(
        body=body,
        person=person,
        post=post,
        from_on=from_on or clock.today(),
        until_on=until_on,
        basis=basis,
    )
    audit.record("residents.membership.begun", by=by, target=membership, reference=basis)
    return membership


@transaction.atomic
def leave(membership: BodyMembership, *, by: Acting, until_on: date | None = None, reason: str = "") -> None:
    """Let a membership end with a day (by default today)."""
    membership = BodyMembership.objects.select_for_update().get(pk=membership.pk)
    require(can_change_members(by, membership.body))
    membership.until_on = until_on or clock.today()
    membership.save(update_fields=["until_on"])
    audit.record("residents.membership.ended", by=by, target=membership, reason=reason)


@transaction.atomic
def call_off(membership: BodyMembership, *, by: Acting) -> None:
    """A membership that has not begun is taken back: it gave no right on any day."""
    membership = BodyMembership.objects.select_for_update().get(pk=membership.pk)
    require(can_change_members(by, membership.body))
    require(has_not_begun(membership))
    audit.record("residents.membership.called_off", by=by, target=membership, reference=membership.basis)
    membership.delete()


@transaction.atomic
def rename(body: Body, *, name: str, by: Acting, basis: str, name_en: str = "") -> Body:
    """改称: from today on a body is called otherwise; what it was called until yesterday stays on record."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    require(can_rename(by, body, name))
    yesterday = clock.today() - clock.ONE_DAY
    former = {"name": body.name, "name_en": body.name_en}
    if body.valid_from <= yesterday:
        BodyName.objects.create(body=body, until_on=yesterday, **former)
    body.name, body.name_en = name, name_en
    body.save(update_fields=["name", "name_en"])
    audit.record(
        "residents.body.renamed", by=by, target=body, reference=basis, details={"from": former}, public=True
    )
    return body


@transaction.atomic
def set_up(
    *, by: Acting, name: str, code: str, legal_basis: str, valid_from: date, name_en: str = ""
) -> Body:
    """設置: a committee exists from a day on, because a provision says so (第7条)."""
    require(can_set_up(by, legal_basis))
    body = Body.objects.create(
        code=code,
        name=name,
        name_en=name_en,
        kind=Body.Kind.COMMITTEE,
        legal_basis=legal_basis,
        valid_from=valid_from,
    )
    audit.record("residents.body.set_up", by=by, target=body, reference=legal_basis, public=True)
    return body


@transaction.atomic
def dissolve(body: Body, *, by: Acting, last_day: date, basis: str) -> Body:
    """廃止: a committee ends with a day; its record stays readable."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    require(can_dissolve(by, body, last_day))
    body.valid_until = last_day
    body.save(update_fields=["valid_until"])
    audit.record("residents.body.dissolved", by=by, target=body, reference=basis, public=True)
    return body


@transaction.atomic
def reorganise(
    predecessors: Iterable[Body],
    *,
    on: date,
    basis: str,
    by: Acting,
    successor: Body | None = None,
    name: str = "",
    name_en: str = "",
    code: str = "",
) -> Body:
    """組織改正: from a day on one unit stands in the place of others; their people go with them.

    The successor is a unit that exists, or a new one under ``name``; what was open moves on the morning
    of that day (checklist 87: role assignments and cases survive a reorganisation).
    """
    named = [body.pk for body in predecessors]
    found = sorted(
        Body.objects.select_for_update().filter(pk__in=named), key=lambda body: named.index(body.pk)
    )
    require(can_reorganise(by, found, on, successor))
    if successor is None:
        parent = found[0].parent
        successor = Body.objects.create(
            code=code, name=name, name_en=name_en, kind=Body.Kind.UNIT, parent=parent, valid_from=on
        )
        audit.record("residents.body.set_up", by=by, target=successor, reference=basis, public=True)
    for body in found:
        body.valid_until = on - clock.ONE_DAY
        body.save(update_fields=["valid_until"])
        BodySuccession.objects.create(predecessor=body, successor=successor, on=on)
        _take_members_along(body, successor, on, basis)
        audit.record("residents.body.replaced", by=by, target=body, reference=basis, public=True)
    return successor


@transaction.atomic
def follow(body: Body, successor: Body, *, by: Acting) -> None:
    """On the day itself: whoever joined the old unit meanwhile, and the units below it, go along."""
    require(can_follow(by))
    moved = _take_members_along(body, successor, successor_since(body, successor), "組織改正")
    children = body.children.exclude(pk=successor.pk).update(parent=successor)
    if moved or children:
        audit.record("residents.body.followed", by=by, target=successor)


def successor_since(body: Body, successor: Body) -> date:
    """The day after the last day of a unit, or the first day of what followed it, if later."""
    last = body.valid_until or clock.today()
    return max(last + clock.ONE_DAY, successor.valid_from)


def _take_members_along(body: Body, successor: Body, on: date, basis: str) -> int:
    """Memberships that would go on end with the old unit and begin in the new one the day after."""
    moved = 0
    already = set(successor.members_on(on).values_list("pk", flat=True))
    going_on = Q(until_on__isnull=True) | Q(until_on__gte=on)
    for membership in body.memberships.select_for_update().filter(going_on):
        if membership.person_id not in already:
            BodyMembership.objects.create(
                body=successor,
                person_id=membership.person_id,
                post=membership.post,
                from_on=max(on, membership.from_on),
                until_on=membership.until_on,
                basis=basis[:200],
            )
        if membership.from_on < on:
            membership.until_on = on - clock.ONE_DAY
            membership.save(update_fields=["until_on"])
        else:
            membership.delete()
        moved += 1
    return moved


@transaction.atomic
def hand_over(
    membership: BodyMembership, *, owners: dict[str, Any], until_on: date, reason: str, by: Acting
) -> None:
    """人事異動: every open matter of the person gets its new owner, then the membership ends with its day.

    ``owners`` names a colleague for each key of ``standing_with``; nothing may be left out, and nothing
    stays behind. Where the membership has ended without that, its last day stays as it was.
    """
    rows = BodyMembership.objects.select_for_update(of=("self",)).select_related("body", "person")
    membership = rows.get(pk=membership.pk)
    require(can_hand_over(by, membership, until_on))
    has_ended = membership.has_ended
    until_on = clock.today() - clock.ONE_DAY if has_ended else until_on
    for item in standing_with(membership.person, membership.body):
        require(can_take_over(membership, owners.get(item.key), item.title, until_on))
        pass_on(item, to=owners[item.key], by=by)
        audit.record(
            "residents.matter.handed_over",
            by=by,
            target=membership.body,
            details={"key": item.key, "from": str(membership.person_id), "to": str(owners[item.key].pk)},
        )
    require(nothing_stays_behind(membership))
    notifications.matters_handed_over(membership, list(owners.values()), by)
    if has_ended:
        return
    membership.until_on = until_on
    membership.save(update_fields=["until_on"])
    audit.record("residents.membership.ended", by=by, target=membership, reason=reason)
