"""Where a rule stands on a day: not yet in force, in force with or without preserved text, abolished."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

NOT_YET, WITHOUT_TEXT, WITH_TEXT, ABOLISHED = "not_yet", "without_text", "with_text", "abolished"


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


def standing_on(versions: Iterable[Any], day: date) -> Standing:
    """A version holds from its first day until the next one begins; an abolition is the last of them.

    Validity is derived from the first days alone, so two versions can never hold on the same day.
    """
    ordered = sorted(versions, key=lambda version: version.effective_from)
    begun = [version for version in ordered if version.effective_from <= day]
    following = next((version for version in ordered if version.effective_from > day), None)
    if not begun:
        return Standing(day, NOT_YET, None, following)
    version = begun[-1]
    if version.is_abolition:
        return Standing(day, ABOLISHED, version, following)
    return Standing(day, WITH_TEXT if version.text else WITHOUT_TEXT, version, following)
