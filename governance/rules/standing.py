"""Where a rule stands on a day: not yet in force, in force with or without preserved text, at an end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

NOT_YET, WITHOUT_TEXT, WITH_TEXT = "not_yet", "without_text", "with_text"
ABOLISHED, LAPSED = "abolished", "lapsed"
ENDED = {"abolition": ABOLISHED, "lapse": LAPSED}


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer for one day; `next` is the version that will follow, as far as decided."""

    day: date
    state: str
    version: Any = None
    next: Any = None

    @property
    def until(self) -> date | None:
        """The first day on which this is no longer so."""
        return self.next.effective_from if self.next else None


def not_repealed(versions: Iterable[Any]) -> list[Any]:
    """Without the versions repealed before their day, and without the rows that repealed them."""
    rows = list(versions)
    repealed = {row.repeals_id for row in rows if row.repeals_id is not None}
    return [row for row in rows if row.repeals_id is None and row.pk not in repealed]


def standing_on(versions: Iterable[Any], day: date) -> Standing:
    """A version holds from its first day until the next one begins; an abolition or a lapse is the last.

    A version repealed before its day has never been. Validity is derived from the first days alone, so two versions can never hold on the same day.
    """
    ordered = sorted(not_repealed(versions), key=lambda version: version.effective_from)
    begun = [version for version in ordered if version.effective_from <= day]
    following = next((version for version in ordered if version.effective_from > day), None)
    if not begun:
        return Standing(day, NOT_YET, None, following)
    version = begun[-1]
    if version.kind in ENDED:
        return Standing(day, ENDED[version.kind], version, following)
    return Standing(day, WITH_TEXT if version.text else WITHOUT_TEXT, version, following)
