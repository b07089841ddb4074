"""What a reader must know before reading the text of a rule."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.foundation.templatetags.ui import japanese_date

from .dependants import is_orphaned
from .exports import why_no_text
from .lifecycle import NEVER_IN_FORCE, RuleStatus
from .models import Rule
from .standing import WITH_TEXT, Standing

ENDED_BEFORE = {
    RuleStatus.REPEALED: _("It was enacted and repealed before its day."),
    RuleStatus.REJECTED: _("The draft was not adopted. The reason stands in its history."),
    RuleStatus.WITHDRAWN: _("The draft was withdrawn by those who put it forward."),
}


def banners(
    rule: Rule, standing: Standing, is_today: bool, citations: Iterable[dict[str, Any]] = ()
) -> list[dict[str, Any]]:
    """What a reader must know before reading the text: a draft, not yet, no longer, not much longer."""
    found = _warnings(rule, standing, citations)
    if rule.status == RuleStatus.PROPOSED:
        return [
            {
                "tone": "info",
                "title": _("This is a draft"),
                "body": _("It binds nobody until the committee enacts it by resolution.")
                if rule.is_room_rule
                else _("It binds nobody until the mayor enacts it."),
            }
        ]
    if rule.status in NEVER_IN_FORCE:
        return [
            {"tone": "warning", "title": _("This never came into force"), "body": ENDED_BEFORE[rule.status]}
        ]
    if standing.state != WITH_TEXT:
        found.append({"tone": "warning", "title": why_no_text(standing), "body": _next(standing)})
    elif not is_today:
        title = _("You are reading the text of %(day)s") % {"day": japanese_date(standing.day)}
        found.append({"tone": "info", "title": title, "body": _next(standing)})
    return found + _what_is_coming(rule, standing, is_today)


def _what_is_coming(rule: Rule, standing: Standing, is_today: bool) -> list[dict[str, Any]]:
    """A decided end, or a decided change."""
    if rule.status == RuleStatus.ENDING and standing.day < rule.ends_on:
        day = japanese_date(rule.ends_on)
        return [
            {
                "tone": "warning",
                "title": _("The abolition of this rule has been decided"),
                "body": _("It ends on %(day)s. Until the day before, it binds as before.") % {"day": day},
            }
        ]
    if is_today and standing.until:
        day = japanese_date(standing.until)
        return [
            {
                "tone": "info",
                "title": _("A change has been decided"),
                "body": _("From %(day)s another text will be in force.") % {"day": day},
            }
        ]
    return []


def _warnings(rule: Rule, standing: Standing, citations: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the secretariat should mend: a cited instrument is gone, or the article a rule rests on."""
    found = []
    gone = [entry["citation"] for entry in citations if entry["is_abolished"]]
    if gone and standing.state == WITH_TEXT:
        places = "、".join(f"{citation.label}（{citation.instrument}）" for citation in gone)
        found.append({"tone": "warning", "title": _("This text cites what is no longer law"), "body": places})
    parent = rule.delegated_from
    if parent is not None and standing.state == WITH_TEXT:
        there = parent.on(standing.day).version
        text = there.main_provision if there and not there.is_end else None
        if (text or (there and there.is_end)) and is_orphaned(rule, text):
            found.append(
                {
                    "tone": "warning",
                    "title": _("The article this rule rests on is gone"),
                    "body": _("It rested on: %(rule)s. Please look at it again.") % {"rule": parent.title},
                }
            )
    return found


def _next(standing: Standing) -> str:
    if standing.until:
        return _("The next version is in force from %(day)s.") % {"day": japanese_date(standing.until)}
    return _("Choose another day below to read the text of that day.")
