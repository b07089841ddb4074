"""Which numbers of the portal a text may fix: the guideline most of them, a room rule those of its own field."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from portal.foundation import parameters
from portal.foundation.parameters import DECLARED, Declaration
from portal.foundation.templatetags.ui import wareki

from .models import Rule, RuleVersion
from .standing import ENDED, not_repealed

GROUPS = {
    "committee": _("Committee"),
    "application": _("Applications for a seat"),
    "meeting": _("Meetings"),
    "honorarium": _("Honoraria"),
    "caretaker": _("Caretakers"),
    "facilitator": _("Facilitators"),
    "contract": _("Contracts"),
    "room": _("Conference rooms"),
    "proposal": _("Proposals and answers"),
    "violation": _("Dealing with violations"),
    "sanction": _("Sanctions"),
    "rules": _("Drafting of rules"),
}
"""The mayor's texts may fix all of these; the first part of a number's name is its group."""

OF_THE_COMMITTEE = frozenset(
    {
        "committee.office_choice",
        "committee.quorum",
        "committee.voting_rule",
        "committee.casting_vote",
        "committee.term_reminder_days",
        "meeting.notice_days",
        "application.retention_days",
        "room.inactivity_days",
        "room.closure_grace_days",
        "room.reopen_days",
        "committee.recused_in_quorum",
        "rules.comment_days",
        "proposal.reading_days",
        "proposal.hand_over_days",
        "proposal.correction_days",
    }
)
"""What the guideline leaves to the committee (第9条第4号); its size, money and the mayor's times are not."""

OF_VIOLATIONS = ("violation", "sanction")
OBJECTION = "異議"


def fixed_by(rule: Rule) -> list[Declaration]:
    """The numbers this rule may fix, in the order of their declaration."""
    named = (number for number in DECLARED.values() if number.label)
    can_be_typed = (number for number in named if number.type is int or number.choices)
    return [number for number in can_be_typed if _may_fix(rule, number.name)]


def group_of(name: str) -> str:
    return name.split(".")[0]


def fixed_until(rule: Rule, day: date) -> dict[str, Any]:
    """What the versions of a rule have fixed until a day, the later in place of the earlier."""
    if rule.on(day).state in ENDED.values():
        return {}
    begun = [v for v in not_repealed(rule.versions.all()) if v.effective_from <= day]
    fixed: dict[str, Any] = {}
    for version in sorted(begun, key=lambda v: v.number):
        fixed |= version.numbers
    return fixed


def article_saying(version: RuleVersion, value: Any) -> str:
    """The article that says the number, where exactly one does; empty where that cannot be told."""
    text = version.main_provision
    if text is None:
        return ""
    said = re.compile(rf"(?<!\d){re.escape(f'{value}')}(?!\d)")
    found = [a.label for a in text.articles if any(said.search(words) for _id, _label, words in a.lines())]
    return found[0] if len(found) == 1 else ""


def shown(numbers: dict[str, Any]) -> list[dict[str, Any]]:
    """Numbers as facts: what each is called and its value."""
    return [
        {"label": DECLARED[name].label or name, "value": DECLARED[name].shown(value)}
        for name, value in numbers.items()
        if name in DECLARED
    ]


def _may_fix(rule: Rule, name: str) -> bool:
    if not rule.is_room_rule:
        return group_of(name) in GROUPS
    if group_of(name) in OF_VIOLATIONS:
        return _speaks_of_objections(rule)
    return name in OF_THE_COMMITTEE


def _speaks_of_objections(rule: Rule) -> bool:
    """Numbers about violations belong only to a room rule that also says how one objects."""
    text = rule.draft_text or (rule.latest.main_provision if rule.latest else None)
    return text is not None and OBJECTION in text.plain()


def number_groups(day: date) -> list[dict[str, Any]]:
    """Every number of the town by group: its value on a day, since when, and the text it rests on."""
    now = parameters.in_force(day)
    groups: dict[str, list[list[Any]]] = {}
    for number in DECLARED.values():
        if number.label and (name := group_of(number.name)) in GROUPS:
            groups.setdefault(name, []).append(_number_row(number, now.get(number.name)))
    return [{"label": GROUPS[name], "rows": rows} for name, rows in groups.items()]


def _number_row(number: Declaration, row: Any) -> list[Any]:
    if row is None:
        return [number.label, _("not decided"), "", ""]
    basis = format_html('<a href="{}">{}</a>', row.url, row.basis) if row.url else row.basis
    return [number.label, number.shown(row.value), wareki(row.valid_from), basis]
