"""A file of the national law XML as a version that can be entered in the register."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from portal.foundation.wareki import ERAS as ERA_STARTS

from .law_document import ERAS
from .law_nodes import Node
from .law_projection import LawText, project
from .law_reading import read
from .law_writing import serialised
from .lifecycle import VersionKind
from .models import RuleVersion

_DAY_IN_NAME = re.compile(r"_(\d{4})(\d{2})(\d{2})(?:_|\.)")
MOST_TITLE = 300


@dataclass(frozen=True, slots=True)
class ImportedLaw:
    """What a file says about an instrument: its title, its number, its text and when it was promulgated."""

    law: LawText
    promulgated_on: date | None

    @property
    def title(self) -> str:
        return self.law.title[:MOST_TITLE]

    def version(self, effective_from: date, kind: str = VersionKind.ENACTMENT) -> RuleVersion:
        """The row for the register; the file stays with it, so that it can go out as it came in."""
        supplement = self.law.supplement
        promulgated = self.promulgated_on
        return RuleVersion(
            kind=kind,
            effective_from=effective_from,
            promulgated_on=promulgated if promulgated and promulgated <= effective_from else None,
            text=self.law.text.to_json(),
            supplement=supplement.to_json() if supplement else None,
            reference=self.law.number[:120],
            source=serialised(self.law.root).decode(),
        )


def import_law(content: bytes) -> ImportedLaw:
    """Read any law XML file; `UnreadableLaw` says line by line what is wrong with it."""
    root = read(content)
    return ImportedLaw(project(root), promulgation_day(root))


def promulgation_day(law: Node) -> date | None:
    """The day in the head of the file, where it names one."""
    try:
        month, day = int(law.attrs["PromulgateMonth"]), int(law.attrs["PromulgateDay"])
        starts = {ERAS[name]: first for first, name in ERA_STARTS}
        return date(starts[law.attrs["Era"]].year + int(law.attrs["Year"]) - 1, month, day)
    except (KeyError, ValueError):
        return None


def day_in_name(path: str) -> date | None:
    """405AC0000000088_20240401_….xml: the day from which this text is in force, as the law service names files."""
    match = _DAY_IN_NAME.search(PurePath(path).name)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
