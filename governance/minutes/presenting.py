"""Minutes in the shapes the page components take: what is public, what was corrected, what was done."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from governance.meetings.models import Meeting
from governance.meetings.rows import with_office

from .difference import difference
from .models import MinutesActKind, MinutesVersion

TONES = {MinutesActKind.CORRECTION_ASKED: "warning", MinutesActKind.CHECKED: "success"}


def public_versions(meeting: Meeting) -> list[MinutesVersion]:
    """The wordings the public has been able to read, oldest first."""
    return list(meeting.minutes_versions.published())


def corrections(versions: list[MinutesVersion]) -> list[dict[str, Any]]:
    """Newest first: each published correction with its reason and what it changed."""
    found = []
    for old, new in zip(versions, versions[1:], strict=False):
        found.append(
            {
                "version": new,
                "caption": _("What version %(new)s changed in version %(old)s")
                % {"new": new.number, "old": old.number},
                "before": _("Version %(number)s") % {"number": old.number},
                "after": _("Version %(number)s") % {"number": new.number},
                "rows": difference(old.public_text, new.public_text),
                "is_same": old.public_text == new.public_text,
            }
        )
    return found[::-1]


def acts(version: MinutesVersion, offices: dict[int, str]) -> list[dict[str, Any]]:
    """Who checked this wording, who asked for a correction, who confirmed and published it."""
    return [
        {
            "title": act.get_kind_display(),
            "at": act.at,
            "who": with_office(act.person, offices) if act.person else "",
            "text": act.note,
            "tone": TONES.get(MinutesActKind(act.kind), "neutral"),
        }
        for act in version.acts.select_related("person")
    ]
