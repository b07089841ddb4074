"""The text of a day in forms other people's programs read: plain lines and JSON."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from portal.foundation.wareki import wareki

from . import amending_sentence, change_set
from .lifecycle import VersionKind
from .models import Rule, RuleVersion
from .standing import ABOLISHED, LAPSED, NOT_YET, Standing, not_repealed


def plain(rule: Rule, standing: Standing) -> str:
    """Title, text and supplementary provisions as printed, or the sentence saying why there is no text."""
    lines = [rule.title, ""]
    version = standing.version
    if version is not None and version.main_provision:
        lines += [version.main_provision.plain()]
    else:
        lines += [why_no_text(standing)]
    for entry in supplements(rule, standing):
        lines += ["", entry.supplementary_provision.plain()]
    return "\n".join(lines) + "\n"


def supplements(rule: Rule, standing: Standing) -> list[RuleVersion]:
    """附則 of every version up to that day, newest first; they are listed, never merged."""
    stand = not_repealed(rule.versions.all())
    return [v for v in stand if v.supplement and v.effective_from <= standing.day]


def why_no_text(standing: Standing) -> str:
    if standing.state == NOT_YET:
        return _("On this day nothing was in force under this title yet.")
    if standing.state == ABOLISHED:
        return _("On this day the rule had been abolished.")
    if standing.state == LAPSED:
        return _("On this day the rule had lapsed.")
    return _("This version was in force on this day, but its text has not been preserved.")


def data(rule: Rule, standing: Standing) -> dict[str, Any]:
    """The same as JSON; dates are calendar days, era dates stand beside them."""
    version = standing.version
    return {
        "slug": rule.slug,
        "title": rule.title,
        "instrument_type": rule.instrument_type,
        "status": rule.status,
        "lapses_on": rule.lapses_on.isoformat() if rule.lapses_on else None,
        "enacted_by": rule.enacted_by.name,
        "as_of": standing.day.isoformat(),
        "state": standing.state,
        "until": standing.until.isoformat() if standing.until else None,
        "version": _version(version) if version else None,
    }


def _version(version: RuleVersion) -> dict[str, Any]:
    return {
        "number": version.number,
        "kind": version.kind,
        "effective_from": version.effective_from.isoformat(),
        "effective_from_wareki": wareki(version.effective_from),
        "applies_from": version.applies_from.isoformat() if version.applies_from else None,
        "promulgated_on": version.promulgated_on.isoformat() if version.promulgated_on else None,
        "digest": version.digest,
        "text": version.text,
        "supplementary_provision": version.supplement,
        "changes": version.changes,
        "numbers": version.numbers,
    }


def sentences(before: RuleVersion, after: RuleVersion) -> list[str]:
    """The amending sentences that lead from one version to another."""
    old, new = before.main_provision, after.main_provision
    if after.kind == VersionKind.COMPLETE_AMENDMENT:
        return amending_sentence.whole(new)
    return amending_sentence.sentences(old, new, change_set.derive(old, new))
