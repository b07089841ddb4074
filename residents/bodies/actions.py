"""Setting up bodies and saying who belongs to them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from .models import Body, BodyMembership
from .permissions import can_change_members


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
