"""Honoraria as a table, and a payment list in one line."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from .lifecycle import Entitlement, TaxCategory
from .models import HonorariumList


def honorarium_table(lines: Iterable[Any], caption: str) -> dict:
    """Person, what for, months, yen and tax; the sum at the foot."""
    lines = list(lines)
    total = sum(line.amount for line in lines)
    return {
        "caption": caption,
        "head": [_("Name"), _("Paid for"), _("Months"), _("Amount (yen)"), _("Tax")],
        "rows": [
            [
                str(line.person),
                Entitlement(line.entitlement).label,
                line.months,
                f"{line.amount:,}",
                TaxCategory(line.tax_category).label,
            ]
            for line in lines
        ],
        "foot": [_("Total"), "", "", f"{total:,}", ""],
        "number": [2, 3],
    }


def list_row(drawn_up: HonorariumList) -> dict:
    """For the resource list; ``total`` is annotated."""
    return {
        "title": _("Fiscal year %(year)s") % {"year": drawn_up.fiscal_year},
        "url": drawn_up.get_absolute_url(),
        "status": drawn_up.get_status_display(),
        "tone": drawn_up.tone,
        "meta": _("%(total)s yen") % {"total": f"{drawn_up.total or 0:,}"},
    }
