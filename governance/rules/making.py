"""The row a decision about a rule leaves behind: its text, 附則, change set, numbers and citations."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from portal.foundation import clock, parameters
from portal.foundation.acting import Acting
from portal.foundation.wareki import wareki

from . import change_set, notifications
from .affected import rooms_affected
from .cited_titles import named_in
from .lifecycle import InstrumentType
from .models import Rule, RuleVersion
from .provisions import ids_of
from .register_models import Citation, CitedInstrument, PlannedAmendment
from .supplements import Supplement
from .texts import Text

CALLED = {
    InstrumentType.GUIDELINE: "要領",
    InstrumentType.ROOM_RULE: "ルール",
    InstrumentType.DELEGATED: "定め",
}


def locked(rule: Rule) -> Rule:
    return Rule.objects.select_for_update(of=("self",)).select_related("enacted_by").get(pk=rule.pk)


def basis(version: RuleVersion) -> str:
    return version.resolution.printed_number if version.resolution else version.reference


def add_version(
    rule: Rule,
    kind: str,
    *,
    by: Acting,
    effective_from: date,
    text: Text | None = None,
    sentences: list[str] | None = None,
    transitional: str = "",
    consequential: str = "",
    **fields: Any,
) -> RuleVersion:
    """Add the row that this decision leaves behind, and let the numbers it fixes hold from its first day."""
    before = rule.latest
    was = before.main_provision if before else None
    opening = sentences or [_opening(rule, effective_from, fields.get("applies_from"))]
    supplement = Supplement.of(*opening, *_lines(transitional), *_lines(consequential))
    version = RuleVersion(
        rule=rule,
        number=max((v.number for v in rule.versions.all()), default=0) + 1,
        kind=kind,
        effective_from=effective_from,
        promulgated_on=clock.today(),
        text=text.to_json() if text else None,
        supplement=supplement.to_json(),
        changes=change_set.to_json(change_set.derive(was, text)) if was and text else None,
        **fields,
    )
    version.save()
    if text is not None:
        carry_citations(before, version, text)
        _find_citations(version, text)
    _fix_numbers(version, by)
    return version


def keep_plan(version: RuleVersion) -> None:
    """The amendment that was announced has come: the earliest announcement still open is kept with it."""
    plan = PlannedAmendment.objects.filter(rule=version.rule, came_with__isnull=True).first()
    if plan is not None:
        plan.came_with = version
        plan.save(update_fields=["came_with"])


def _fix_numbers(version: RuleVersion, by: Acting) -> None:
    """The portal uses these numbers from the first day on; who is hit by one hears of it today."""
    rooms = rooms_affected(version.numbers, version.effective_from) if version.numbers else []
    for name, number in version.numbers.items():
        parameters.set_value(
            name,
            number,
            valid_from=version.effective_from,
            basis=str(version.rule.title),
            by=by,
            rests_on=version,
        )
    for room in rooms:
        notifications.rule_would_rest_room(version, room)


def carry_citations(before: RuleVersion | None, version: RuleVersion, text: Text) -> None:
    """What a provision cites it goes on citing, as long as the provision is there."""
    kept = ids_of(text.articles)
    for citation in before.citations.all() if before else ():
        if citation.provision in kept:
            label = text.label(citation.provision)
            version.citations.create(
                provision=citation.provision, label=label, instrument_id=citation.instrument_id
            )


def _find_citations(version: RuleVersion, text: Text) -> None:
    """Instruments the text names and nobody has entered yet."""
    rules = {rule.title: rule for rule in Rule.objects.exclude(pk=version.rule_id).defer("draft")}
    outside = {entry.title: entry for entry in CitedInstrument.objects.filter(rule__isnull=True)}
    entered = {(c.provision, c.instrument.title) for c in version.citations.select_related("instrument")}
    for named in named_in(text, [*rules, *outside], version.rule.title):
        if (named.provision, named.title) not in entered:
            instrument = outside.get(named.title) or _instrument(named.title, named.number, rules)
            Citation.objects.create(
                version=version, provision=named.provision, label=named.label, instrument=instrument
            )


def _instrument(title: str, number: str, rules: dict[str, Rule]) -> CitedInstrument:
    rule = rules.get(title)
    if rule is not None and (entered := rule.cited_as.first()):
        return entered
    found, _created = CitedInstrument.objects.get_or_create(
        title=title[:160],
        number=number[:120],
        defaults={"rule": rule, "abolished_on": rule.ended_on if rule else None},
    )
    return found


def _opening(rule: Rule, day: date, applies_from: date | None) -> str:
    """附則第1項: from which day it is in force and, where that differs, from which it applies; until when."""
    name = f"この{CALLED[InstrumentType(rule.instrument_type)]}は、"
    sentence = f"{name}{wareki(day)}から施行する。"
    if applies_from:
        sentence = f"{name}{wareki(day)}から施行し、{wareki(applies_from)}から適用する。"
    if rule.lapses_on:
        sentence += f"{name}{wareki(rule.lapses_on - timedelta(days=1))}限り、その効力を失う。"
    return sentence


def _lines(written: str) -> list[str]:
    return [line.strip() for line in written.splitlines() if line.strip()]
