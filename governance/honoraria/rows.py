"""Honoraria as a table, and a payment list in one line."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from .lifecycle import Entitlement, TaxCategory, Withholding
from .models import HonorariumList


def honorarium_table(lines: Iterable[Any], caption: str) -> dict:
    """Person, what for, months, gross, withheld, net and tax; the sums at the foot."""
    lines = list(lines)
    return {
        "caption": caption,
        "head": head(),
        "rows": [
            [
                str(line.person),
                Entitlement(line.entitlement).label,
                line.months,
                f"{line.amount:,}",
                f"{line.withheld:,}",
                f"{line.net:,}",
                taxed(line),
            ]
            for line in lines
        ],
        "foot": [_("Total"), "", "", *(f"{total:,}" for total in totals(lines)), ""],
        "number": [2, 3, 4, 5],
    }


def head() -> list[str]:
    return [
        _("Name"),
        _("Paid for"),
        _("Months"),
        _("Amount (yen)"),
        _("Withheld (yen)"),
        _("Paid out (yen)"),
        _("Tax"),
    ]


def totals(lines: list[Any]) -> tuple[int, int, int]:
    """Gross, withheld, net."""
    gross, kept = sum(line.amount for line in lines), sum(line.withheld for line in lines)
    return gross, kept, gross - kept


def taxed(line: Any) -> str:
    """The tax category with the column of the table, or why nothing is paid."""
    if line.remark:
        return line.remark
    words = str(TaxCategory(line.tax_category).label)
    if line.withholding != Withholding.NONE:
        words += f" ({Withholding(line.withholding).label})"
    return words


def list_row(drawn_up: HonorariumList) -> dict:
    """For the resource list; ``total`` is annotated."""
    return {
        "title": _("Fiscal year %(year)s") % {"year": drawn_up.fiscal_year},
        "url": drawn_up.get_absolute_url(),
        "status": drawn_up.get_status_display(),
        "tone": drawn_up.tone,
        "meta": _("%(total)s yen") % {"total": f"{drawn_up.total or 0:,}"},
    }


def slips_of(lines: Iterable[Any]) -> list[dict[str, Any]]:
    """One slip per person (源泉徴収票): what they were paid for anything in the year, and what was kept back."""
    found: dict[Any, dict[str, Any]] = {}
    for line in lines:
        slip = found.setdefault(
            line.person_id, {"person": line.person, "amount": 0, "withheld": 0, "tax": taxed(line)}
        )
        slip["amount"] += line.amount
        slip["withheld"] += line.withheld
    return [slip for slip in found.values() if slip["amount"]]
