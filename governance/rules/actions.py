"""The verbs of a rule. Each is one paragraph: lock, require, step, record, tell."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from governance.resolutions.models import Resolution
from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import require

from . import notifications
from .endings import abolish, end, lapse, reject, repeal, repeal_version, withdraw
from .grounds import can_apply_from, can_begin_on, can_lapse_on, is_complete
from .lifecycle import InstrumentType, RuleStatus, VersionKind
from .making import add_version, basis, keep_plan, locked
from .models import Rule, RuleVersion
from .permissions import can_amend_rule, can_delegate, can_enact_rule, can_propose_rule, enacting_body
from .texts import Text

__all__ = [
    "abolish",
    "amend",
    "announce_effect",
    "enact",
    "end",
    "lapse",
    "propose",
    "reject",
    "repeal",
    "repeal_version",
    "take_effect",
    "withdraw",
]

RULE_MAKING = "art-9-p1-i4"
"""第9条第4号 of the guideline: where the committee's power to make room rules comes from."""


@transaction.atomic
def propose(
    *,
    by: Acting,
    instrument_type: str,
    slug: str,
    title: str,
    text: Text,
    reason: str = "",
    delegated_from: Rule | None = None,
    delegating_provision: str = "",
) -> Rule:
    """Put the draft of a new rule before the body that may enact it."""
    require(can_propose_rule(by, instrument_type))
    rule = Rule(slug=slug, title=title, instrument_type=instrument_type, draft=text.to_json())
    rule.enacted_by = enacting_body(instrument_type)
    rule.delegated_from, rule.delegating_provision = delegated_from, delegating_provision
    if rule.is_room_rule:
        rule.delegated_from = Rule.objects.guidelines().binding().first()
        rule.delegating_provision = RULE_MAKING if rule.delegated_from else ""
    if instrument_type == InstrumentType.DELEGATED:
        require(can_delegate(delegated_from, delegating_provision))
    rule.step("propose", by=by, reason=reason)
    audit.record("governance.rule.proposed", by=by, target=rule, reason=reason, public=True)
    notifications.rule_proposed(rule, by)
    return rule


@transaction.atomic
def enact(
    rule: Rule,
    *,
    by: Acting,
    effective_from: date,
    resolution: Resolution | None = None,
    reason: str = "",
    lapses_on: date | None = None,
    **decision: Any,
) -> RuleVersion:
    """制定: the body that makes the rule decides the draft; it binds from its first day on."""
    rule = locked(rule)
    require(can_enact_rule(by, rule, resolution))
    _require_days(rule, effective_from, lapses_on, decision)
    rule.step("enact", by=by, reason=reason, lapses_on=lapses_on)
    version = add_version(
        rule,
        VersionKind.ENACTMENT,
        by=by,
        effective_from=effective_from,
        text=rule.draft_text,
        resolution=resolution,
        **decision,
    )
    audit.record(
        "governance.rule.enacted", by=by, target=rule, reason=reason, reference=basis(version), public=True
    )
    notifications.rule_enacted(version, by)
    if effective_from <= clock.today():
        take_effect(rule, by=CLOCK)
    return version


@transaction.atomic
def take_effect(rule: Rule, *, by: Acting) -> Rule:
    """施行: the day has come on which an enacted rule begins to bind."""
    rule = locked(rule)
    rule.step("take_effect", by=by)
    audit.record("governance.rule.took_effect", by=by, target=rule, public=True)
    notifications.rule_took_effect(rule.versions.latest("number"), by)
    return rule


@transaction.atomic
def amend(
    rule: Rule,
    *,
    by: Acting,
    text: Text,
    effective_from: date,
    resolution: Resolution | None = None,
    reason: str = "",
    kind: str = VersionKind.PARTIAL_AMENDMENT,
    lapses_on: date | None = None,
    **decision: Any,
) -> RuleVersion:
    """改正: the body that made the rule changes it; until the first day the old text binds."""
    rule = locked(rule)
    require(can_amend_rule(by, rule, resolution) and is_complete(text))
    _require_days(rule, effective_from, lapses_on or rule.lapses_on, decision)
    rule.step("amend", by=by, reason=reason, lapses_on=lapses_on or rule.lapses_on)
    version = add_version(
        rule, kind, by=by, effective_from=effective_from, text=text, resolution=resolution, **decision
    )
    keep_plan(version)
    audit.record(
        "governance.rule.amended", by=by, target=rule, reason=reason, reference=basis(version), public=True
    )
    notifications.rule_amended(version, by)
    return version


def announce_effect(version: RuleVersion, *, by: Acting) -> None:
    """On its first day an amended text is announced again; telling twice is harmless."""
    if version.rule.status == RuleStatus.IN_FORCE:
        notifications.rule_took_effect(version, by)


def _require_days(rule: Rule, day: date, lapses_on: date | None, decision: dict[str, Any]) -> None:
    require(can_begin_on(rule, day))
    require(can_apply_from(decision.get("applies_from"), day))
    require(can_lapse_on(lapses_on, day))
