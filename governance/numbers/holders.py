"""Numbers that rest on a decision of the mayor or on the law of the land, not on a rule of the town."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.honoraria.lifecycle import PartYearRule
from portal.foundation.parameters import DECLARED

MAYOR, SECRETARIAT = "mayor.decide", "committee.secretariat"


@dataclass(frozen=True)
class Held:
    """One number: whose function enters it, what it is called, and the answers it may have."""

    name: str
    function: str
    label: Any
    choices: type[models.TextChoices] | None = None

    @property
    def is_text(self) -> bool:
        return DECLARED[self.name].type is str

    def shown(self, value: Any) -> str:
        """A choice by its name, a number with its thousands apart."""
        if value is None:
            return ""
        return str(self.choices(value).label) if self.choices else f"{value:,}"


HELD = {
    held.name: held
    for held in (
        Held("honorarium.chair", MAYOR, _("Honorarium of the chair, yen a year")),
        Held("honorarium.vice_chair", MAYOR, _("Honorarium of a vice-chair, yen a year")),
        Held("honorarium.member", MAYOR, _("Honorarium of a member, yen a year")),
        Held("honorarium.facilitator", MAYOR, _("Honorarium of a facilitator, yen a month")),
        Held("honorarium.part_year_rule", MAYOR, _("What is paid for a part of a year"), PartYearRule),
        Held("honorarium.untaxed_limit", SECRETARIAT, _("Yen a year up to which nothing is withheld")),
        Held("honorarium.withholding_rate", SECRETARIAT, _("Rate of withholding, in 100,000ths")),
        Held("honorarium.column_a_limit", SECRETARIAT, _("Yen up to which column A keeps nothing back")),
        Held("honorarium.payment_days", MAYOR, _("Days after the fiscal year until honoraria are paid")),
        Held("rules.comment_days", MAYOR, _("Days for which drafts of rules lie open for comments")),
        Held("caretaker.count", MAYOR, _("Caretakers")),
        Held("contract.duration_years", MAYOR, _("Years of a contract")),
        Held(
            "community.closing_notice_days",
            SECRETARIAT,
            _("Days between the notice and the closing of a community"),
        ),
        Held("post.undo_seconds", SECRETARIAT, _("Seconds in which a post can be taken back")),
    )
}
