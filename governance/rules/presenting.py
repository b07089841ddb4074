"""Rules in the shapes the page components take: lists, facts, banners, tabs, steps of history."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from portal.foundation.templatetags.ui import japanese_date, wareki
from residents.models import Body

from .lifecycle import InstrumentType, RuleStatus, VersionKind
from .models import Rule, RuleVersion
from .standing import WITH_TEXT, Standing

VERBS = {
    "propose": _("Proposed"),
    "transcribe": _("Entered in the register"),
    "transcribe_version": _("Next version entered in the register"),
    "withdraw": _("Withdrawn"),
    "reject": _("Not adopted"),
    "enact": _("Enacted"),
    "repeal": _("Repealed before its day"),
    "repeal_version": _("Amendment repealed before its day"),
    "lapse": _("Lapsed"),
    "take_effect": _("Took effect"),
    "amend": _("Amended"),
    "abolish": _("Abolition decided"),
    "end": _("Abolished"),
    "adopt": _("Adopted"),
}


def tabs(rule: Rule, current: str) -> list[dict[str, Any]]:
    """The sister pages of one rule."""
    pages = [
        ("text", _("Text"), "governance:rule"),
        ("versions", _("History"), "governance:rule-versions"),
        ("compare", _("Comparison table"), "governance:rule-compare"),
        ("amendments", _("Proposed amendments"), "governance:amendment-list"),
    ]
    return [
        {"label": label, "url": reverse(name, args=[rule.slug]), "current": key == current}
        for key, label, name in pages
    ]


def kinds(rules: Any, current: str) -> list[dict[str, Any]]:
    """The index by kind: who makes it decides what it is called; with how many of each there are."""
    counts = dict(rules.order_by().values_list("instrument_type").annotate(Count("pk")))
    here = reverse("governance:rule-list")
    every = {"label": _("All kinds"), "url": here, "current": not current, "count": sum(counts.values())}
    return [every] + [
        {
            "label": kind.label,
            "url": f"{here}?kind={kind.value}",
            "current": kind.value == current,
            "count": counts.get(kind.value, 0),
        }
        for kind in InstrumentType
    ]


def listed(rules: Iterable[Rule]) -> list[dict[str, Any]]:
    """Rules as lines of a list, each with the body that makes it and where it stands."""
    return [
        {
            "title": rule.title,
            "url": rule.get_absolute_url(),
            "status": rule.get_status_display(),
            "tone": rule.tone,
            "meta": f"{rule.get_instrument_type_display()} · {rule.enacted_by}",
            "text": _ending(rule),
        }
        for rule in rules
    ]


def comment_periods(periods: Any) -> list[dict[str, Any]]:
    """意見公募: every time a draft lay open, with how many answered."""
    return [
        {
            "title": _("Comments on a proposed amendment")
            if period.amendment_id
            else _("Comments on the draft"),
            "url": period.get_absolute_url(),
            "status": period.get_status_display(),
            "tone": period.tone,
            "meta": _("%(count)s comments") % {"count": period.received},
            "text": _("%(first)s to %(last)s")
            % {"first": japanese_date(period.opens_on), "last": japanese_date(period.closes_on)},
        }
        for period in periods.select_related("rule").annotate(received=Count("comments"))
    ]


def _ending(rule: Rule) -> str:
    if rule.ends_on:
        return _("Abolished as of %(day)s") % {"day": japanese_date(rule.ends_on)}
    if rule.lapses_on:
        return _("Lapses as of %(day)s") % {"day": japanese_date(rule.lapses_on)}
    return ""


def versions(entries: Iterable[RuleVersion]) -> list[dict[str, Any]]:
    """Versions as lines of a list, with the decision each rests on."""
    return [
        {
            "title": _version_title(version),
            "url": version.get_absolute_url(),
            "status": version.get_kind_display(),
            "tone": "neutral",
            "meta": str(version.resolution) if version.resolution else version.reference,
            "text": version.note,
        }
        for version in entries
    ]


def _version_title(version: RuleVersion) -> str:
    day = {"number": version.number, "day": wareki(version.effective_from)}
    if version.kind == VersionKind.REPEAL:
        return _("Version %(number)s will not take effect") % {"number": version.repeals.number}
    if version.kind == VersionKind.LAPSE:
        return _("Lapsed as of %(day)s") % day
    if version.is_end:
        return _("Abolished as of %(day)s") % day
    return _("Version %(number)s, in force from %(day)s") % day


def facts(rule: Rule, standing: Standing) -> list[dict[str, Any]]:
    """Who made the rule, what it rests on, since when and until when."""
    version = standing.version
    parent = rule.delegated_from
    basis = parent.latest.main_provision if parent and parent.latest else None
    label = basis.label(rule.delegating_provision) if basis else ""
    rows: list[dict[str, Any]] = [
        {"label": _("Made by"), "value": rule.enacted_by},
        {
            "label": _("Rests on"),
            "value": f"{parent} {label}" if parent else "",
            "url": f"{parent.get_absolute_url()}#{rule.delegating_provision}" if parent else "",
        },
    ]
    if version is not None and not version.is_end:
        rows += [
            {"label": _("This version in force from"), "value": wareki(version.effective_from)},
            {"label": _("Applies from"), "value": wareki(version.applies_from)},
            {"label": _("Decided by"), **_decision(version)},
        ]
    if standing.until:
        rows.append({"label": _("Changes again on"), "value": wareki(standing.until)})
    if rule.lapses_on:
        rows.append({"label": _("Lapses as of"), "value": wareki(rule.lapses_on)})
    if rule.abolished_by:
        by = rule.abolished_by
        rows.append({"label": _("Abolished by"), "value": by, "url": by.get_absolute_url()})
    rows += [
        {
            "label": _("Amendment announced"),
            "value": plan.remark
            or _("expected %(month)s") % {"month": date_format(plan.expected_month, "YEAR_MONTH_FORMAT")},
        }
        for plan in rule.planned_amendments.all()
        if plan.came_with_id is None
    ]
    return rows


def _decision(version: RuleVersion) -> dict[str, Any]:
    if version.resolution is None:
        return {"value": version.reference}
    return {"value": version.resolution.printed_number, "url": version.resolution.get_absolute_url()}


FILES = [
    ("governance:rule-pdf", _("PDF")),
    ("governance:rule-docx", _("Word file (docx)")),
    ("governance:rule-text", _("Plain text")),
    ("governance:rule-xml", _("National law XML")),
    ("governance:rule-json", _("JSON")),
]


def files(rule: Rule, standing: Standing) -> list[dict[str, Any]]:
    """The text of this day in every form it can be taken away; the law XML needs a text."""
    shown = [entry for entry in FILES if entry[0] != "governance:rule-xml" or standing.state == WITH_TEXT]
    asof = f"?asof={standing.day.isoformat()}"
    return [{"label": label, "url": reverse(name, args=[rule.slug]) + asof} for name, label in shown]


def history(steps: Iterable[Any]) -> list[dict[str, Any]]:
    """The acts, oldest first, each with the body that acted; persons are not named here."""
    steps = list(steps)
    bodies = {str(body.pk): str(body) for body in Body.objects.filter(pk__in={s.body_id or 0 for s in steps})}
    return [
        {
            "title": VERBS[step.verb],
            "at": step.at,
            "who": bodies.get(step.body_id, ""),
            "text": step.reason,
            "tone": "warning" if step.to_status == RuleStatus.ENDING else "neutral",
        }
        for step in steps
    ]
