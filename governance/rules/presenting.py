"""Rules in the shapes the page components take: lists, facts, banners, tabs, steps of history."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from portal.foundation.templatetags.ui import japanese_date, wareki
from residents.models import Body

from .exports import why_no_text
from .lifecycle import RuleStatus
from .models import Rule, RuleVersion
from .standing import WITH_TEXT, Standing

VERBS = {
    "propose": _("Proposed"),
    "transcribe": _("Entered in the register"),
    "transcribe_version": _("Next version entered in the register"),
    "enact": _("Enacted"),
    "take_effect": _("Took effect"),
    "amend": _("Amended"),
    "abolish": _("Abolition decided"),
    "end": _("Abolished"),
    "adopt": _("Adopted"),
    "withdraw": _("Withdrawn"),
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


def listed(rules: Iterable[Rule]) -> list[dict[str, Any]]:
    """Rules as lines of a list, each with the body that makes it and where it stands."""
    return [
        {
            "title": rule.title,
            "url": rule.get_absolute_url(),
            "status": rule.get_status_display(),
            "tone": rule.tone,
            "meta": f"{rule.get_instrument_type_display()} · {rule.enacted_by}",
            "text": _("Abolished as of %(day)s") % {"day": japanese_date(rule.ends_on)}
            if rule.ends_on
            else "",
        }
        for rule in rules
    ]


def versions(entries: Iterable[RuleVersion]) -> list[dict[str, Any]]:
    """Versions as lines of a list, with the decision each rests on."""
    return [
        {
            "title": _("Version %(number)s, in force from %(day)s")
            % {"number": version.number, "day": wareki(version.effective_from)}
            if not version.is_abolition
            else _("Abolished as of %(day)s") % {"day": wareki(version.effective_from)},
            "url": version.get_absolute_url(),
            "status": version.get_kind_display(),
            "tone": "neutral",
            "meta": str(version.resolution) if version.resolution else version.reference,
            "text": version.note,
        }
        for version in entries
    ]


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
    if version is not None and not version.is_abolition:
        rows += [
            {"label": _("This version in force from"), "value": wareki(version.effective_from)},
            {"label": _("Applies from"), "value": wareki(version.applies_from)},
            {"label": _("Decided by"), **_decision(version)},
        ]
    if standing.until:
        rows.append({"label": _("Changes again on"), "value": wareki(standing.until)})
    rows += [
        {
            "label": _("Amendment announced"),
            "value": plan.remark
            or _("expected %(month)s") % {"month": date_format(plan.expected_month, "YEAR_MONTH_FORMAT")},
        }
        for plan in rule.planned_amendments.all()
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


def banners(rule: Rule, standing: Standing, is_today: bool) -> list[dict[str, Any]]:
    """What a reader must know before reading the text: a draft, not yet, no longer, not much longer."""
    found = []
    if rule.status == RuleStatus.PROPOSED:
        return [
            {
                "tone": "info",
                "title": _("This is a draft"),
                "body": _("It binds nobody until the committee enacts it by resolution."),
            }
        ]
    if standing.state != WITH_TEXT:
        found.append({"tone": "warning", "title": why_no_text(standing), "body": _next(standing)})
    elif not is_today:
        title = _("You are reading the text of %(day)s") % {"day": japanese_date(standing.day)}
        found.append({"tone": "info", "title": title, "body": _next(standing)})
    if rule.status == RuleStatus.ENDING and standing.day < rule.ends_on:
        day = japanese_date(rule.ends_on)
        found.append(
            {
                "tone": "warning",
                "title": _("The abolition of this rule has been decided"),
                "body": _("It ends on %(day)s. Until the day before, it binds as before.") % {"day": day},
            }
        )
    elif is_today and standing.until:
        day = japanese_date(standing.until)
        found.append(
            {
                "tone": "info",
                "title": _("A change has been decided"),
                "body": _("From %(day)s another text will be in force.") % {"day": day},
            }
        )
    return found


def _next(standing: Standing) -> str:
    if standing.until:
        return _("The next version is in force from %(day)s.") % {"day": japanese_date(standing.until)}
    return _("Choose another day below to read the text of that day.")


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
