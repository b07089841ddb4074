"""How a town lays out its 新旧対照表: which text stands left, how changes are marked, what is written around it.

Every town does it a little differently, and its drafting rule says how; so a style is data, not code.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from portal.foundation import parameters

Side = TypeVar("Side")
BEFORE, AFTER = "before", "after"
UNDERLINE, DOUBLE, BOLD = "underline", "double", "bold"


@dataclass(frozen=True, slots=True)
class Style:
    """One way of drawing the table; the words are those printed in Japanese rules, in every language."""

    first: str = BEFORE
    mark: str = UNDERLINE
    omitted: str = "（略）"
    made: str = "（新設）"
    gone: str = "（削る）"
    lead: str = ""
    note: str = ""

    def opening(self, title: str) -> str:
        """The sentence above the table, where the style has one."""
        return self.lead.format(title=title)

    def ordered(self, before: Side, after: Side) -> tuple[Side, Side]:
        """Both sides as they stand from left to right."""
        return (before, after) if self.first == BEFORE else (after, before)


class ComparisonStyle(TextChoices):
    """The styles a town can choose from."""

    BEFORE_LEFT = "before_left", _("Before on the left, changes underlined")
    AFTER_LEFT = "after_left", _("After on the left, changes underlined")
    AFTER_LEFT_BOLD = "after_left_bold", _("After on the left, changes in bold, with an opening sentence")
    BEFORE_LEFT_DOUBLE = "before_left_double", _("Before on the left, changes underlined twice, with a note")


STYLES = {
    ComparisonStyle.BEFORE_LEFT: Style(),
    ComparisonStyle.AFTER_LEFT: Style(first=AFTER, gone="（削除）"),
    ComparisonStyle.AFTER_LEFT_BOLD: Style(
        first=AFTER,
        mark=BOLD,
        lead="{title}の一部を次の表のとおり改正する。",
        note="備考　太字の部分は、改正の部分である。",
    ),
    ComparisonStyle.BEFORE_LEFT_DOUBLE: Style(
        mark=DOUBLE,
        omitted="〔略〕",
        made="〔新設〕",
        gone="〔削る〕",
        lead="次の表の改正前の欄に掲げる規定を、改正後の欄に掲げる規定に改める。",
        note="備考　二重下線の部分は、改正の部分である。",
    ),
}


def style_of_the_town(on: date | None = None) -> Style:
    """What the town's own text says about its tables; without one, the plainest of them."""
    try:
        chosen = ComparisonStyle(parameters.value("rules.comparison_style", on=on))
    except parameters.NotSet:
        chosen = ComparisonStyle.BEFORE_LEFT
    return STYLES[chosen]
