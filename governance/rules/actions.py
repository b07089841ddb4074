"""The verbs of a rule. Each is one paragraph: lock, require, step, record, tell."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from governance.resolutions.models import Resolution
from portal.foundation import audit, clock, parameters
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import require
from portal.foundation.wareki import wareki

from . import change_set, notifications
from .lifecycle import RuleStatus, VersionKind
from .models import Rule, RuleVersion
from .permissions import (
    can_abolish_rule,
    can_amend_rule,
    can_begin_on,
    can_enact_rule,
    can_propose_rule,
    enacting_body,
)
from .supplements import Supplement
from .texts import Text

RULE_MAKING = "art-9-p1-i4"
"""第9条第4号 of the guideline: where the committee's power to make room rules comes from."""


@transaction.atomic
def propose(*, by: Acting, instrument_type: str, slug: str, title: str, text: Text, reason: str = "") -> Rule:
    """Put the draft of a new rule before the body that may enact it."""
    require(can_propose_rule(by, instrument_type))
    rule = Rule(slug=slug, title=title, instrument_type=instrument_type, draft=text.to_json())
    rule.enacted_by = enacting_body(instrument_type)
    if rule.is_room_rule:
        rule.delegated_from = Rule.objects.guidelines().binding().first()
        rule.delegating_provision = RULE_MAKING if rule.delegated_from else ""
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
    reference: str = "",
    numbers: dict[str, Any] | None = None,
    reason: str = "",
) -> RuleVersion:
    """制定: the body that makes the rule decides the draft; it binds from its first day on."""
    rule = _locked(rule)
    require(can_enact_rule(by, rule, resolution))
    require(can_begin_on(rule, effective_from))
    rule.step("enact", by=by, reason=reason)
    version = _add_version(
        rule,
        VersionKind.ENACTMENT,
        by=by,
        effective_from=effective_from,
        text=rule.draft_text,
        resolution=resolution,
        reference=reference,
        numbers=numbers or {},
    )
    audit.record(
        "governance.rule.enacted", by=by, target=rule, reason=reason, reference=_basis(version), public=True
    )
    notifications.rule_enacted(version, by)
    if effective_from <= clock.today():
        take_effect(rule, by=CLOCK)
    return version


@transaction.atomic
def take_effect(rule: Rule, *, by: Acting) -> Rule:
    """施行: the day has come on which an enacted rule begins to bind."""
    rule = _locked(rule)
    rule.step("take_effect", by=by)
    audit.record("governance.rule.took_effect", by=by, target=rule, public=True)
    notifications.rule_took_effect(_last(rule), by)
    return rule


@transaction.atomic
def amend(
    rule: Rule,
    *,
    by: Acting,
    text: Text,
    effective_from: date,
    resolution: Resolution | None = None,
    reference: str = "",
    numbers: dict[str, Any] | None = None,
    reason: str = "",
    kind: str = VersionKind.PARTIAL_AMENDMENT,
) -> RuleVersion:
    """改正: the body that made the rule changes it; until the first day the old text binds."""
    rule = _locked(rule)
    require(can_amend_rule(by, rule, resolution))
    require(can_begin_on(rule, effective_from))
    rule.step("amend", by=by, reason=reason)
    version = _add_version(
        rule,
        kind,
        by=by,
        effective_from=effective_from,
        text=text,
        resolution=resolution,
        reference=reference,
        numbers=numbers or {},
    )
    audit.record(
        "governance.rule.amended", by=by, target=rule, reason=reason, reference=_basis(version), public=True
    )
    notifications.rule_amended(version, by)
    return version


@transaction.atomic
def abolish(
    rule: Rule,
    *,
    by: Acting,
    reason: str,
    ends_on: date,
    resolution: Resolution | None = None,
    reference: str = "",
    abolished_by: Rule | None = None,
) -> Rule:
    """廃止: decide that a rule ends on a day; it binds until then and stays readable after."""
    rule = _locked(rule)
    require(can_abolish_rule(by, rule, resolution))
    require(can_begin_on(rule, ends_on))
    rule.step("abolish", by=by, reason=reason, ends_on=ends_on, abolished_by=abolished_by)
    version = _add_version(
        rule, VersionKind.ABOLITION, by=by, effective_from=ends_on, resolution=resolution, reference=reference
    )
    audit.record(
        "governance.rule.abolished", by=by, target=rule, reason=reason, reference=_basis(version), public=True
    )
    notifications.rule_abolished(version, by)
    return end(rule, by=CLOCK) if ends_on <= clock.today() else rule


@transaction.atomic
def end(rule: Rule, *, by: Acting) -> Rule:
    """The day has come on which an abolished rule stops binding."""
    rule = _locked(rule)
    rule.step("end", by=by)
    rule.cited_as.update(abolished_on=rule.ends_on)
    audit.record("governance.rule.ended", by=by, target=rule, public=True)
    notifications.rule_ended(_last(rule), by)
    return rule


def announce_effect(version: RuleVersion, *, by: Acting) -> None:
    """On its first day an amended text is announced again; telling twice is harmless."""
    if version.rule.status == RuleStatus.IN_FORCE:
        notifications.rule_took_effect(version, by)


def _locked(rule: Rule) -> Rule:
    return Rule.objects.select_for_update(of=("self",)).select_related("enacted_by").get(pk=rule.pk)


def _last(rule: Rule) -> RuleVersion:
    return rule.versions.latest("number")


def _basis(version: RuleVersion) -> str:
    return version.resolution.printed_number if version.resolution else version.reference


def _add_version(
    rule: Rule, kind: str, *, by: Acting, effective_from: date, text: Text | None = None, **basis: Any
) -> RuleVersion:
    """Add the row that this decision leaves behind, and let the numbers it fixes hold from its first day."""
    before = rule.latest
    was = before.main_provision if before else None
    version = RuleVersion(
        rule=rule,
        number=before.number + 1 if before else 1,
        kind=kind,
        effective_from=effective_from,
        promulgated_on=clock.today(),
        text=text.to_json() if text else None,
        supplement=_supplement(rule, kind, effective_from).to_json(),
        changes=change_set.to_json(change_set.derive(was, text)) if was and text else None,
        **basis,
    )
    version.save()
    for name, number in version.numbers.items():
        parameters.set_value(name, number, valid_from=effective_from, basis=rule.title, by=by)
    return version


def _supplement(rule: Rule, kind: str, day: date) -> Supplement:
    """附則: the sentence that says from which day the decision has effect."""
    if kind == VersionKind.ABOLITION:
        return Supplement.of(f"この廃止は、{wareki(day)}から効力を生ずる。")
    return Supplement.of(f"この{'ルール' if rule.is_room_rule else '要領'}は、{wareki(day)}から施行する。")
