"""How a rule, a draft or a decided version ends: abolished, lapsed, repealed before its day, turned down."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from governance.resolutions.models import Resolution
from portal.foundation import audit, clock, parameters
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import require
from portal.foundation.wareki import wareki

from . import notifications
from .grounds import can_begin_on
from .lifecycle import VersionKind
from .making import add_version, basis, locked
from .models import Rule, RuleVersion
from .permissions import (
    can_abolish_rule,
    can_reject_rule,
    can_repeal_rule,
    can_repeal_version,
    can_withdraw_rule,
)


@transaction.atomic
def abolish(
    rule: Rule,
    *,
    by: Acting,
    reason: str,
    ends_on: date,
    resolution: Resolution | None = None,
    abolished_by: Rule | None = None,
    **decision: Any,
) -> Rule:
    """廃止: decide that a rule ends on a day; it binds until then and stays readable after."""
    rule = locked(rule)
    require(can_abolish_rule(by, rule, resolution))
    require(can_begin_on(rule, ends_on))
    rule.step("abolish", by=by, reason=reason, ends_on=ends_on, abolished_by=abolished_by)
    sentence = f"この廃止は、{wareki(ends_on)}から効力を生ずる。"
    version = add_version(
        rule,
        VersionKind.ABOLITION,
        by=by,
        effective_from=ends_on,
        sentences=[sentence],
        resolution=resolution,
        **decision,
    )
    parameters.end_with(rule.versions.all(), on=ends_on, by=by)
    audit.record(
        "governance.rule.abolished", by=by, target=rule, reason=reason, reference=basis(version), public=True
    )
    notifications.rule_abolished(version, by)
    return end(rule, by=CLOCK) if ends_on <= clock.today() else rule


@transaction.atomic
def end(rule: Rule, *, by: Acting) -> Rule:
    """The day has come on which an abolished rule stops binding."""
    rule = locked(rule)
    rule.step("end", by=by)
    rule.cited_as.update(abolished_on=rule.ends_on)
    audit.record("governance.rule.ended", by=by, target=rule, public=True)
    notifications.rule_ended(rule.versions.latest("number"), by)
    return rule


@transaction.atomic
def lapse(rule: Rule, *, by: Acting) -> Rule:
    """失効: the day has come for which the rule itself said that it would no longer bind."""
    rule = locked(rule)
    ends_on = rule.lapses_on
    sentence = f"{wareki(ends_on)}に効力を失った。"
    version = add_version(rule, VersionKind.LAPSE, by=by, effective_from=ends_on, sentences=[sentence])
    rule.step("lapse", by=by)
    parameters.end_with(rule.versions.all(), on=ends_on, by=by)
    rule.cited_as.update(abolished_on=ends_on)
    audit.record("governance.rule.lapsed", by=by, target=rule, public=True)
    notifications.rule_lapsed(version, by)
    return rule


@transaction.atomic
def repeal(
    rule: Rule, *, by: Acting, reason: str, resolution: Resolution | None = None, **decision: Any
) -> Rule:
    """施行前の廃止: an enacted rule is taken back before its day and never binds anybody."""
    rule = locked(rule)
    require(can_repeal_rule(by, rule, resolution))
    rule.step("repeal", by=by, reason=reason)
    version = _never_in_force(rule, rule.latest, by, resolution, decision)
    audit.record(
        "governance.rule.repealed", by=by, target=rule, reason=reason, reference=basis(version), public=True
    )
    notifications.rule_repealed(version, by)
    return rule


@transaction.atomic
def repeal_version(
    rule: Rule, *, by: Acting, reason: str, resolution: Resolution | None = None, **decision: Any
) -> Rule:
    """An amendment is taken back before its day: the text before it goes on binding."""
    rule = locked(rule)
    require(can_repeal_version(by, rule, resolution))
    rule.step("repeal_version", by=by, reason=reason)
    version = _never_in_force(rule, rule.latest, by, resolution, decision)
    audit.record(
        "governance.rule.version_repealed",
        by=by,
        target=rule,
        reason=reason,
        reference=basis(version),
        public=True,
    )
    notifications.rule_repealed(version, by)
    return rule


@transaction.atomic
def reject(rule: Rule, *, by: Acting, reason: str, resolution: Resolution | None = None) -> Rule:
    """The body does not make the draft its own; it stays readable, with the reason."""
    rule = locked(rule)
    require(can_reject_rule(by, rule, resolution))
    rule.step("reject", by=by, reason=reason)
    reference = resolution.printed_number if resolution else ""
    audit.record(
        "governance.rule.rejected", by=by, target=rule, reason=reason, reference=reference, public=True
    )
    notifications.rule_rejected(rule, by)
    return rule


@transaction.atomic
def withdraw(rule: Rule, *, by: Acting, reason: str = "") -> Rule:
    """Those who put the draft before the body take it back; it stays readable as withdrawn."""
    rule = locked(rule)
    require(can_withdraw_rule(by, rule))
    rule.step("withdraw", by=by, reason=reason)
    audit.record("governance.rule.withdrawn", by=by, target=rule, reason=reason, public=True)
    notifications.rule_withdrawn(rule, by)
    return rule


def _never_in_force(
    rule: Rule, taken_back: RuleVersion, by: Acting, resolution: Resolution | None, decision: dict[str, Any]
) -> RuleVersion:
    """The row that says so; the version keeps its words and its number, and its numbers rule nothing."""
    parameters.end_with([taken_back], on=taken_back.effective_from, by=by)
    return add_version(
        rule,
        VersionKind.REPEAL,
        by=by,
        effective_from=taken_back.effective_from,
        sentences=[f"第{taken_back.number}版は、施行しない。"],
        repeals=taken_back,
        resolution=resolution,
        **decision,
    )
