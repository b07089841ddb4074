"""The register of rules for other people's programs: which rule stands where today, and all its versions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db.models import Max
from django.urls import reverse

from portal.foundation import clock
from portal.foundation.open_data import Column, DataSet, day, latest

from .models import Rule, RuleStep, RuleVersion

TITLE = "ルールの一覧"


def data_set(source: str, rule: Rule | None = None) -> DataSet:
    """Whose data it is, and when a rule was last decided about or a text last took effect."""
    steps, title = RuleStep.objects.all(), TITLE
    if rule is not None:
        steps, title = steps.filter(subject=rule), rule.title
    return DataSet(title, source, latest(steps.aggregate(last=Max("at"))["last"]), "at every decision")


def register(rules: Iterable[Rule], absolute: Callable[[str], str]) -> list[dict[str, Any]]:
    today = clock.today()
    return [_rule(rule, today, absolute) for rule in rules]


def _rule(rule: Rule, today: date, absolute: Callable[[str], str]) -> dict[str, Any]:
    standing = rule.on(today)
    slug = {"slug": rule.slug}
    return {
        "slug": rule.slug,
        "title": rule.title,
        "instrument_type": rule.instrument_type,
        "status": rule.status,
        "enacted_by": rule.enacted_by.name,
        "state": standing.state,
        "in_force_since": day(standing.version.effective_from) if standing.version else None,
        "ends_on": day(rule.ends_on),
        "url": absolute(rule.get_absolute_url()),
        "files": {
            form: absolute(reverse(f"governance:rule-{form}", kwargs=slug))
            for form in ("json", "xml", "text", "docx", "pdf")
        },
        "versions": [_version(version, absolute) for version in _in_order(rule)],
    }


def _in_order(rule: Rule) -> list[RuleVersion]:
    return sorted(rule.versions.all(), key=lambda version: version.number)


def _version(version: RuleVersion, absolute: Callable[[str], str]) -> dict[str, Any]:
    return {
        "number": version.number,
        "kind": version.kind,
        "effective_from": day(version.effective_from),
        "applies_from": day(version.applies_from),
        "promulgated_on": day(version.promulgated_on),
        "has_text": bool(version.text),
        "digest": version.digest,
        "url": absolute(version.get_absolute_url()),
    }


def lines(rules: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """One line a version, with the rule it belongs to; a draft has a line without a version."""
    return [(rule, version) for rule in rules for version in rule["versions"] or [{}]]


COLUMNS = [
    Column("slug", "記号", "string", lambda line: line[0]["slug"]),
    Column("title", "題名", "string", lambda line: line[0]["title"]),
    Column("instrument_type", "種別", "string", lambda line: line[0]["instrument_type"]),
    Column("enacted_by", "制定者", "string", lambda line: line[0]["enacted_by"]),
    Column("status", "状態", "string", lambda line: line[0]["status"]),
    Column("ends_on", "廃止日", "date", lambda line: line[0]["ends_on"]),
    Column("version", "版", "integer", lambda line: line[1].get("number")),
    Column("kind", "制定・改正の別", "string", lambda line: line[1].get("kind")),
    Column("effective_from", "施行日", "date", lambda line: line[1].get("effective_from")),
    Column("applies_from", "適用日", "date", lambda line: line[1].get("applies_from")),
    Column("promulgated_on", "公布日", "date", lambda line: line[1].get("promulgated_on")),
    Column("has_text", "本文の有無", "boolean", lambda line: line[1].get("has_text")),
    Column("digest", "本文のハッシュ値", "string", lambda line: line[1].get("digest")),
    Column("url", "アドレス", "anyURI", lambda line: line[1].get("url") or line[0]["url"]),
]
"""The columns of the spreadsheet, one line a version."""
