"""Imposing a measure or a sanction, letting it end; lifting it belongs to the objection."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from communities.posts import actions as posts
from communities.posts.lifecycle import PostStatus
from communities.suspensions import actions as suspensions
from communities.suspensions.lifecycle import SuspensionStatus
from communities.suspensions.models import Suspension
from governance.resolutions.models import Resolution
from governance.violations import targets
from governance.violations.actions import again, closed
from governance.violations.citable import Ban
from governance.violations.models import ViolationCase
from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import require

from . import measured_rooms, notifications, permissions
from .lifecycle import ON_THE_PERSON, ON_THE_ROOM, SANCTION, WITH_DAYS, SanctionKind
from .models import Sanction


@transaction.atomic
def take_measure(
    case: ViolationCase,
    *,
    by: Acting,
    kind: str,
    reason: str,
    days: int | None = None,
    ban: Ban | None = None,
) -> Sanction:
    """A caretaker deals with a violation directly; the committee's list shows it (第13条)."""
    case = again(case)
    require(permissions.can_take_measure(by, case, kind, days))
    case.step("take_measure", by=by, reason=reason, **closed(reason))
    sanction = _impose(case, by, kind=kind, reason=reason, days=days, ban=ban, is_direct=True)
    audit.record("governance.violation.measure_taken", by=by, target=case, reference=_reference(sanction))
    notifications.sanction_imposed(sanction, by)
    return sanction


@transaction.atomic
def sanction(
    case: ViolationCase,
    *,
    by: Acting,
    resolution: Resolution | None,
    kind: str,
    reason: str,
    days: int | None = None,
    ban: Ban | None = None,
) -> Sanction:
    """The committee sanctions a violation by resolution, within the ladder of the rule in force (第9条第5号)."""
    case = again(case)
    require(permissions.can_sanction(by, case, resolution, kind, days))
    case.step("sanction", by=by, reason=reason, resolution=resolution, **closed(reason))
    found = _impose(case, by, kind=kind, reason=reason, days=days, ban=ban, resolution=resolution)
    audit.record("governance.violation.sanctioned", by=by, target=case, reference=_reference(found))
    notifications.sanction_imposed(found, by)
    return found


@transaction.atomic
def end(sanction: Sanction) -> Sanction:
    """The last day has passed; the person is told that it is over."""
    sanction = locked(sanction)
    require(permissions.can_end(sanction))
    sanction.step("end", by=CLOCK)
    if sanction.suspension is not None and sanction.suspension.status == SuspensionStatus.IN_EFFECT:
        suspensions.end(sanction.suspension, by=CLOCK)
    measured_rooms.give_back(sanction, CLOCK)
    audit.record("governance.sanction.ended", by=CLOCK, target=sanction.case, reference=_reference(sanction))
    notifications.sanction_ended(sanction)
    return sanction


@transaction.atomic
def lift(sanction: Sanction, *, by: Acting, reason: str) -> Sanction:
    """Take a sanction away altogether: the post returns and the person may write; part of deciding an objection."""
    require(SANCTION.allows("lift", sanction.status))
    _free(sanction, by, reason)
    _reinstate_post(sanction, by)
    sanction.step("lift", by=by, reason=reason)
    audit.record("governance.sanction.lifted", by=by, target=sanction.case, reference=_reference(sanction))
    return sanction


@transaction.atomic
def replace(
    sanction: Sanction,
    *,
    by: Acting,
    kind: str,
    reason: str,
    days: int | None = None,
    restores_post: bool = False,
) -> Sanction:
    """Put something milder in the place of a sanction; part of deciding an objection."""
    require(SANCTION.allows("replace", sanction.status))
    _free(sanction, by, reason)
    if restores_post:
        _reinstate_post(sanction, by)
    sanction.step("replace", by=by, reason=reason)
    milder = _impose(
        sanction.case,
        by,
        kind=kind,
        reason=reason,
        days=days,
        replaces=sanction,
        resolution=sanction.resolution,
        is_direct=sanction.is_direct,
    )
    audit.record("governance.sanction.replaced", by=by, target=sanction.case, reference=_reference(milder))
    return milder


def locked(sanction: Sanction) -> Sanction:
    """The sanction, locked, with everything its verbs read."""
    found = Sanction.objects.select_for_update(of=("self",)).select_related(
        "case__subject",
        "case__evidence",
        "case__rule_version__rule",
        "case__post__forum",
        "case__post__thread",
    )
    return found.select_related("rule_version__rule", "suspension__person", "resolution").get(pk=sanction.pk)


def _impose(
    case: ViolationCase,
    by: Acting,
    *,
    kind: str,
    reason: str,
    days: int | None = None,
    ban: Ban | None = None,
    replaces: Sanction | None = None,
    **basis: Any,
) -> Sanction:
    """Write the decision down and let it have its effect."""
    first = replaces.starts_on if replaces else clock.today()
    object_until = replaces.object_until if replaces else targets.calendar("violation.objection_days")
    found = Sanction(
        case=case,
        kind=kind,
        reason=reason,
        rule_version=ban.version if ban else case.rule_version,
        provision=ban.provision if ban else case.provision,
        starts_on=first,
        ends_on=_last_day(kind, first, days, object_until),
        object_until=object_until,
        replaces=replaces,
        **{"is_direct": False, **basis},
    )
    found.suspension = _carry_out(found, by)
    found.step("impose", by=by, reason=reason)
    audit.record("governance.sanction.imposed", by=by, target=case, reference=_reference(found))
    return found


def _last_day(kind: str, first: date, days: int | None, object_until: date) -> date | None:
    """Suspensions run their days; advice and warnings stand until nobody can object any more; the rest stays."""
    if kind in WITH_DAYS:
        return first + timedelta(days=(days or 1) - 1)
    return object_until if kind in (SanctionKind.ADVICE, SanctionKind.WARNING) else None


def _carry_out(sanction: Sanction, by: Acting) -> Suspension | None:
    """The post is hidden or deleted, the person may not write: what the decision says, and nothing else."""
    case, post = sanction.case, sanction.case.post
    words = f"{sanction.reason} ({sanction.ground})"
    if (
        post is not None
        and sanction.kind == SanctionKind.HIDE
        and post.status in (PostStatus.SHOWN, PostStatus.HIDDEN)
    ):
        posts.hold(post, by=by, basis=case.number, reason=words)
    if post is not None and sanction.kind == SanctionKind.DELETE:
        posts.delete(post, by=by, reason=words, basis=case.number)
    if sanction.kind in ON_THE_ROOM:
        measured_rooms.carry_out(sanction, by)
    if sanction.kind not in ON_THE_PERSON:
        return None
    return suspensions.impose(
        case.subject,
        by=by,
        basis=sanction.resolution.printed_number if sanction.resolution else case.number,
        forum=post.forum if post is not None and sanction.kind == SanctionKind.ROOM_RESTRICTION else None,
        in_place_of=sanction.replaces.suspension if sanction.replaces else None,
        starts_on=sanction.starts_on,
        until_on=sanction.ends_on,
        ground=sanction.ground,
        reason=sanction.reason,
        object_until=sanction.object_until,
        address=case.address,
    )


def _reinstate_post(sanction: Sanction, by: Acting) -> None:
    """The post returns, also a deleted one."""
    post = sanction.case.post
    if post is not None and post.status in (PostStatus.HIDDEN, PostStatus.DELETED):
        posts.reinstate(post, by=by, basis=sanction.case.number)


def _free(sanction: Sanction, by: Acting, reason: str) -> None:
    """The person may write again, and the room is what it was."""
    measured_rooms.give_back(sanction, by)
    if sanction.suspension is not None and sanction.suspension.status == SuspensionStatus.IN_EFFECT:
        sanction.suspension = suspensions.lift(sanction.suspension, by=by, reason=reason)


def _reference(sanction: Sanction) -> str:
    return f"{sanction.case.number} {sanction.kind} {sanction.provision_label}"
