"""Objecting, and deciding the objection: the decision stands, becomes milder, or goes."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from governance.sanctions import actions as sanctions
from governance.sanctions.models import Sanction
from governance.violations import targets
from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import require
from portal.foundation.locking import locked

from . import notifications, permissions
from .models import Appeal


@transaction.atomic
def file(sanction: Sanction, *, by: Acting, grounds: str) -> Appeal:
    """異議申出: the person concerned says why the decision is wrong; what was imposed runs on until it is decided."""
    sanction = sanctions.locked(sanction)
    require(permissions.can_file(by, sanction))
    appeal = Appeal(
        sanction=sanction,
        grounds=grounds,
        filed_at=clock.now(),
        due_on=targets.business("violation.objection_decision_days"),
    )
    appeal.step("file", by=by)
    _record("filed", appeal, by)
    notifications.appeal_filed(appeal, by)
    return appeal


@transaction.atomic
def withdraw(appeal: Appeal, *, by: Acting) -> Appeal:
    """Take the objection back."""
    appeal = _again(appeal)
    require(permissions.can_withdraw(by, appeal))
    appeal.step("withdraw", by=by, **_decided(""))
    _record("withdrawn", appeal, by)
    notifications.appeal_withdrawn(appeal, by)
    return appeal


@transaction.atomic
def examine(appeal: Appeal, *, by: Acting) -> Appeal:
    """Somebody who was not involved takes the objection up."""
    appeal = _again(appeal)
    require(permissions.can_examine(by, appeal))
    appeal.step("examine", by=by)
    _record("taken_up", appeal, by)
    notifications.appeal_examined(appeal, by)
    return appeal


@transaction.atomic
def uphold(appeal: Appeal, *, by: Acting, reason: str) -> Appeal:
    """The decision stands, and why."""
    appeal = _again(appeal)
    require(permissions.can_uphold(by, appeal))
    appeal.step("uphold", by=by, reason=reason, **_decided(reason))
    _record("upheld", appeal, by)
    notifications.appeal_decided(appeal, by)
    return appeal


@transaction.atomic
def vary(
    appeal: Appeal,
    *,
    by: Acting,
    reason: str,
    kind: str,
    days: int | None = None,
    restores_post: bool = False,
) -> Appeal:
    """Something milder takes the place of the decision."""
    appeal = _again(appeal)
    require(permissions.can_vary(by, appeal, kind, days))
    sanction = sanctions.locked(appeal.sanction)
    sanctions.replace(sanction, by=by, kind=kind, reason=reason, days=days, restores_post=restores_post)
    appeal.step("vary", by=by, reason=reason, **_decided(reason))
    _record("varied", appeal, by)
    notifications.appeal_decided(appeal, by)
    return appeal


@transaction.atomic
def annul(appeal: Appeal, *, by: Acting, reason: str) -> Appeal:
    """The decision goes: the post returns, the person may write again."""
    appeal = _again(appeal)
    require(permissions.can_annul(by, appeal))
    sanctions.lift(sanctions.locked(appeal.sanction), by=by, reason=reason)
    appeal.step("annul", by=by, reason=reason, **_decided(reason))
    _record("annulled", appeal, by)
    notifications.appeal_decided(appeal, by)
    return appeal


@transaction.atomic
def remind(appeal: Appeal) -> None:
    """Tell those who may examine it that its day is near."""
    Appeal.objects.filter(pk=appeal.pk).update(reminded_on=clock.today())
    notifications.appeal_due(appeal)


@transaction.atomic
def erase_grounds(appeal: Appeal) -> None:
    """The years of keeping are over: what the person wrote goes; that and how it was decided, stays."""
    appeal.grounds = ""
    appeal.save(update_fields=["grounds"])
    _record("erased", appeal, CLOCK)


@transaction.atomic
def read_grounds(appeal: Appeal, *, by: Acting) -> str:
    """Open the grounds; the look is a line in the ledger."""
    require(permissions.can_read_grounds(by, appeal))
    reason = _("Examining the objection in the case %(number)s") % {"number": appeal.sanction.case.number}
    return appeal.grounds.reveal(by=by, reason=reason)


def _decided(reason: str) -> dict[str, Any]:
    return {"decision_reason": reason, "decided_at": clock.now()}


def _again(appeal: Appeal) -> Appeal:
    return locked(
        appeal,
        "sanction__case__subject",
        "sanction__case__evidence",
        "sanction__case__resolution",
        "sanction__case__rule_version__rule",
        "sanction__rule_version__rule",
    )


def _record(deed: str, appeal: Appeal, by: Acting) -> None:
    case = appeal.sanction.case
    audit.record(f"governance.appeal.{deed}", by=by, target=case, reference=case.number)
