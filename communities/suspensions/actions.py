"""Keeping somebody from writing for a time; part of a decision taken above, never alone."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from communities.forums.models import Forum
from portal.foundation import audit
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import permissions
from .models import Suspension


@transaction.atomic
def impose(
    person: Any,
    *,
    by: Acting,
    basis: str,
    starts_on: date,
    forum: Forum | None = None,
    in_place_of: Suspension | None = None,
    **told: Any,
) -> Suspension:
    """利用停止: the person may not write from a day on; the decision behind it tells them (第9条第5号)."""
    require(permissions.can_impose(by, forum, basis, in_place_of))
    suspension = Suspension(person=person, forum=forum, basis=basis, starts_on=starts_on, **told)
    suspension.step("impose", by=by, reason=suspension.reason)
    audit.record("communities.suspension.imposed", by=by, target=suspension, reference=basis)
    permissions.forget(person)
    return suspension


@transaction.atomic
def lift(suspension: Suspension, *, by: Acting, reason: str) -> Suspension:
    """The person may write again before the last day, because an objection was right."""
    suspension = _again(suspension)
    require(permissions.can_lift(by, suspension))
    suspension.step("lift", by=by, reason=reason)
    audit.record("communities.suspension.lifted", by=by, target=suspension, reference=suspension.basis)
    permissions.forget(suspension.person)
    return suspension


@transaction.atomic
def end(suspension: Suspension, *, by: Acting) -> Suspension:
    """The last day has passed."""
    suspension = _again(suspension)
    require(permissions.can_end(suspension))
    suspension.step("end", by=by)
    audit.record("communities.suspension.ended", by=by, target=suspension, reference=suspension.basis)
    permissions.forget(suspension.person)
    return suspension


def _again(suspension: Suspension) -> Suspension:
    return Suspension.objects.select_for_update(of=("self",)).select_related("person").get(pk=suspension.pk)
