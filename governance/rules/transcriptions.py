"""The register the secretariat keeps: instruments made on paper, what they cite, what is announced."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications
from .grounds import can_follow
from .making import carry_citations, keep_plan
from .models import Rule, RuleVersion
from .permissions import (
    can_announce_amendment,
    can_keep_citation,
    can_mark_abolished,
    can_transcribe_rule,
    can_transcribe_version,
)
from .register_models import Citation, CitedInstrument, PlannedAmendment


@transaction.atomic
def transcribe(*, by: Acting, versions: list[RuleVersion], **fields: Any) -> Rule:
    """登載: enter an instrument that was made on paper; the portal keeps its text, it decides nothing."""
    require(can_transcribe_rule(by))
    rule = Rule(**fields)
    rule.step("transcribe", by=by)
    for number, version in enumerate(versions, start=1):
        version.rule, version.number = rule, number
        version.save()
    audit.record("governance.rule.transcribed", by=by, target=rule, public=True)
    return rule


@transaction.atomic
def transcribe_version(rule: Rule, *, by: Acting, version: RuleVersion) -> RuleVersion:
    """登載: enter the next version of a guideline, as the mayor decided it on paper."""
    rule = Rule.objects.select_for_update(of=("self",)).select_related("enacted_by").get(pk=rule.pk)
    require(can_transcribe_version(by, rule))
    require(can_follow(rule, version.effective_from))
    rule.step("transcribe_version", by=by)
    before = rule.latest
    version.rule, version.number = rule, rule.versions.latest("number").number + 1
    version.save()
    if version.main_provision:
        carry_citations(before, version, version.main_provision)
    keep_plan(version)
    audit.record(
        "governance.rule.version_transcribed", by=by, target=rule, reference=version.reference, public=True
    )
    notifications.rule_amended(version, by)
    return version


@transaction.atomic
def cite(
    version: RuleVersion, *, by: Acting, provision: str, label: str, instrument: CitedInstrument
) -> Citation:
    """Enter in the register that a provision names another instrument, so that its end is noticed."""
    require(can_keep_citation(by, version))
    if instrument._state.adding:
        instrument.save()
    citation, _created = Citation.objects.get_or_create(
        version=version, provision=provision, instrument=instrument, defaults={"label": label}
    )
    audit.record("governance.rule.citation_entered", by=by, target=version.rule, details={"at": provision})
    return citation


@transaction.atomic
def uncite(citation: Citation, *, by: Acting) -> None:
    """Take out of the register what was entered, or read out of the text, by mistake."""
    require(can_keep_citation(by, citation.version))
    rule, details = citation.version.rule, {"at": citation.provision, "title": citation.instrument.title}
    citation.delete()
    audit.record("governance.rule.citation_removed", by=by, target=rule, details=details)


@transaction.atomic
def mark_abolished(
    instrument: CitedInstrument, *, by: Acting, abolished_on: date, remark: str = ""
) -> CitedInstrument:
    """A law or ordinance outside the portal has ended: whoever cites it is flagged from that day."""
    instrument = CitedInstrument.objects.select_for_update(of=("self",)).get(pk=instrument.pk)
    require(can_mark_abolished(by, instrument))
    instrument.abolished_on, instrument.remark = abolished_on, remark or instrument.remark
    instrument.save()
    audit.record(
        "governance.rule.cited_instrument_ended", by=by, target=instrument, reason=remark, public=True
    )
    return instrument


@transaction.atomic
def announce_amendment(rule: Rule, *, by: Acting, expected_month: date, remark: str = "") -> PlannedAmendment:
    """改正予定: say that an amendment is coming although there is no text yet."""
    require(can_announce_amendment(by, rule))
    plan = PlannedAmendment.objects.create(
        rule=rule, expected_month=expected_month, announced_on=clock.today(), remark=remark
    )
    audit.record("governance.rule.amendment_announced", by=by, target=rule, reason=remark, public=True)
    notifications.amendment_announced(plan, by)
    return plan
