"""Rules that rest on another one, and whether the article they rest on is still there (第16条)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from .lifecycle import NEVER_IN_FORCE, PAST
from .models import Rule
from .texts import Text


def subordinate(rule: Rule, day: date) -> list[dict[str, Any]]:
    """What rests on this rule, each with the article it rests on; flagged where that article is gone.

    Of a version without text nobody knows what stood in it.
    """
    rows = rule.subordinate_rules.select_related("enacted_by").order_by("delegating_provision", "title")
    version = rule.on(day).version
    text = version.main_provision if version and not version.is_end else None
    is_known = text is not None or version is None or version.is_end
    return [
        {
            "title": entry.title,
            "url": entry.get_absolute_url(),
            "status": entry.get_status_display(),
            "tone": entry.tone,
            "meta": text.label(entry.delegating_provision) if text else "",
            "text": _("The article this rests on is gone.") if is_known and is_orphaned(entry, text) else "",
        }
        for entry in rows
    ]


def is_orphaned(rule: Rule, text: Text | None) -> bool:
    if rule.status in NEVER_IN_FORCE or rule.status in PAST or not rule.delegating_provision:
        return False
    return text is None or text.article_of(rule.delegating_provision) is None


def orphaned_by(rule: Rule, text: Text) -> list[Rule]:
    """The rules whose article would be gone if the rule read like this."""
    return [entry for entry in rule.subordinate_rules.all() if is_orphaned(entry, text)]
