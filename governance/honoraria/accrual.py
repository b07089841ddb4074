"""謝礼: what a seat earns in a year and a facilitator in a month. Pure arithmetic; the rates are parameters.

A month in which a facilitator is a committee member or dispatched, even in part, earns nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

Month = tuple[int, int]


@dataclass(frozen=True)
class Rates:
    """Yen: per year for seats, per month for facilitators."""

    chair: int
    vice_chair: int
    member: int
    facilitator: int


@dataclass(frozen=True)
class Period:
    """From a day to a day, both included."""

    first: date
    last: date

    def within(self, other: "Period") -> "Period | None":
        """The part of it that lies in another period."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Period(first, last) if first <= last else None

    def months(self) -> list[Month]:
        """Every calendar month it touches."""
        start = self.first.year * 12 + self.first.month - 1
        end = self.last.year * 12 + self.last.month - 1
        return [(n // 12, n % 12 + 1) for n in range(start, end + 1)]


def fiscal_year(year: int) -> Period:
    """年度: 1 April to 31 March."""
    return Period(date(year, 4, 1), date(year + 1, 3, 31))


def fiscal_year_of(day: date) -> int:
    return day.year if day.month >= 4 else day.year - 1


def seat_honorarium(office: str, rates: Rates) -> int:
    """A year in the chair, in a vice-chair's office or as a member."""
    return {"chair": rates.chair, "vice_chair": rates.vice_chair}.get(office, rates.member)


def committee_honoraria(offices: Iterable[str], rates: Rates) -> int:
    """A whole committee for a year."""
    return sum(seat_honorarium(office, rates) for office in offices)


def part_year(amount: int, months: int, rule: str) -> int:
    """A seat held for part of a year. The guideline gives no rule, so without one the year is paid whole."""
    if months >= 12 or rule == "none":
        return amount
    if rule == "half_year":
        return amount if months > 6 else amount // 2
    return amount * months // 12


def facilitator_months(in_office: Iterable[Period], exempt: Iterable[Period], within: Period) -> list[Month]:
    """The months that earn: in office, and on no day of the month a member or dispatched."""
    unpaid = {month for period in exempt for month in period.months()}
    parts = [part for period in in_office if (part := period.within(within))]
    served = {month for part in parts for month in part.months()}
    return sorted(served - unpaid)


def facilitator_honorarium(months: Iterable[Month], rates: Rates) -> int:
    return len(list(months)) * rates.facilitator


def withheld(amount: int, rate: int) -> int:
    """The tax kept back: ``rate`` in hundred-thousandths, parts of a yen left out (源泉徴収税額表)."""
    return amount * rate // 100_000


EMPLOYMENT_INCOME = "employment_income"
MAY_STAY_UNTAXED = "may_stay_untaxed"


def tax_category(
    yearly: int, *, untaxed_limit: int, has_other_pay: bool = False, expenses_reimbursed: bool = False
) -> str:
    """所得税基本通達28-7: pay of a committee's members is employment income, with one small exception."""
    if yearly <= untaxed_limit and not has_other_pay and not expenses_reimbursed:
        return MAY_STAY_UNTAXED
    return EMPLOYMENT_INCOME
