"""Gathers from seats and facilitators' offices who is entitled to what in a fiscal year."""

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from communities.models import FacilitatorAssignment
from governance.seats.models import Office, Seat
from portal.foundation import clock, parameters
from residents.models import Body

from .accrual import (
    EMPLOYMENT_INCOME,
    Month,
    Period,
    Rates,
    facilitator_honorarium,
    facilitator_months,
    part_year,
    seat_honorarium,
    tax_category,
    withheld,
)
from .lifecycle import Entitlement, ExemptionKind, PartYearRule, Withholding
from .models import HonorariumExemption, TaxDeclaration

RANK = {Entitlement.CHAIR: 0, Entitlement.VICE_CHAIR: 1, Entitlement.MEMBER: 2}


@dataclass(frozen=True)
class Due:
    """One line to be: who, for what, how many months, how much, which tax category."""

    person: Any
    entitlement: Entitlement
    months: int
    amount: int
    tax_category: str
    withholding: str = Withholding.NONE
    withheld: int = 0
    remark: str = ""
    is_beyond_the_table: bool = False
    """A declaration was lodged, but column A keeps something back that the portal does not work out."""

    @property
    def net(self) -> int:
        return self.amount - self.withheld


def rates(year: Period) -> Rates:
    """The rates in force when the year began."""
    names = ("chair", "vice_chair", "member", "facilitator")
    return Rates(*(parameters.value(f"honorarium.{name}", on=year.first) for name in names))


def of_year(body: Body, year: Period) -> list[Due]:
    """Everything due for a fiscal year: seats first, then facilitators."""
    found = [*_seats(body, year, rates(year)), *_facilitators(body, year, rates(year))]
    exempt = exempt_of(body, year.first.year)
    limit = parameters.value("honorarium.untaxed_limit", on=year.first)
    rate = withholding_rate()
    totals: dict[Any, int] = defaultdict(int)
    for person, _entitlement, _months, amount in found:
        totals[person] += 0 if person.pk in exempt else amount
    declared = declarations_of(body, year.first.year)
    return [
        _declared(due, totals[due.person]) if due.person.pk in declared else due
        for due in (_due(row, exempt.get(row[0].pk), totals[row[0]], limit, rate) for row in found)
    ]


def _declared(due: Due, total: int) -> Due:
    """甲欄: up to a limit nothing is kept back, whoever depends on the person; the year is paid at one time."""
    if due.withholding != Withholding.OTSU:
        return due
    limit = column_a_limit()
    is_known = limit is not None and total <= limit
    return replace(due, withholding=Withholding.KOU, withheld=0, is_beyond_the_table=not is_known)


def declarations_of(body: Body, fiscal_year: int) -> dict[Any, TaxDeclaration]:
    """person → the declaration they lodged for the year."""
    rows = TaxDeclaration.objects.filter(body=body, fiscal_year=fiscal_year)
    return {row.person_id: row for row in rows.select_related("person").order_by("pk")}


def column_a_limit() -> int | None:
    """Up to which amount column A keeps nothing back; ``None`` while nobody has entered it."""
    try:
        return int(parameters.value("honorarium.column_a_limit", on=clock.today()))
    except parameters.NotSet:
        return None


def _due(
    row: tuple[Any, Entitlement, int, int],
    exemption: HonorariumExemption | None,
    total: int,
    limit: int,
    rate: int | None,
) -> Due:
    """One line: zero with its reason, or the amount with what is kept back of it."""
    person, entitlement, months, amount = row
    category = tax_category(total, untaxed_limit=limit)
    if exemption is not None:
        remark = str(ExemptionKind(exemption.kind).label)
        return Due(person, entitlement, months, 0, category, remark=remark)
    if category != EMPLOYMENT_INCOME:
        return Due(person, entitlement, months, amount, category)
    kept = withheld(amount, rate or 0)
    return Due(person, entitlement, months, amount, category, Withholding.OTSU, kept)


def exempt_of(body: Body, fiscal_year: int) -> dict[Any, HonorariumExemption]:
    """person → why their year comes to nothing."""
    rows = HonorariumExemption.objects.filter(body=body, fiscal_year=fiscal_year)
    return {row.person_id: row for row in rows.select_related("person").order_by("pk")}


def withholding_rate() -> int | None:
    """The rate of column B on the day the list is drawn up; ``None`` while nobody has entered it."""
    try:
        return int(parameters.value("honorarium.withholding_rate", on=clock.today()))
    except parameters.NotSet:
        return None


def _seats(body: Body, year: Period, at: Rates) -> list[tuple[Any, Entitlement, int, int]]:
    rule = _part_year_rule(year)
    offices = defaultdict(list)
    for office in Office.objects.of_body(body).filter(from_on__lte=year.last).select_related("seat"):
        if office.until_on is None or office.until_on >= year.first:
            offices[office.seat_id].append(Entitlement(office.kind))
    people: dict[Any, Any] = {}
    held: dict[Any, set[Month]] = defaultdict(set)
    ranks: dict[Any, set[Entitlement]] = defaultdict(set)
    for seat in _seats_touching(body, year):  # a reappointed member has two seats in a year, but one year
        part = Period(seat.starts_on, seat.ended_on or seat.ends_on).within(year)
        people[seat.person_id] = seat.person
        held[seat.person_id] |= set(part.months()) if part else set()
        ranks[seat.person_id] |= set(offices[seat.pk] or [Entitlement.MEMBER])
    rows = []
    for pk, person in people.items():
        office, months = min(ranks[pk], key=RANK.__getitem__), len(held[pk])
        rows.append((person, office, months, part_year(seat_honorarium(office, at), months, rule)))
    return rows


def _facilitators(body: Body, year: Period, at: Rates) -> list[tuple[Any, Entitlement, int, int]]:
    member_for: dict[Any, list[Period]] = defaultdict(list)
    for seat in _seats_touching(body, year):
        member_for[seat.person_id].append(Period(seat.starts_on, seat.ended_on or seat.ends_on))
    people, paid, unpaid = {}, defaultdict(list), defaultdict(list)
    offices = FacilitatorAssignment.objects.in_office_between(year.first, year.last)
    for row in offices.filter(forum__kind="city_room").select_related("person").order_by("pk"):
        people[row.person_id] = row.person
        period = Period(row.begins_on, row.ends_on or year.last)
        (paid if row.source == "other" else unpaid)[row.person_id].append(period)
    rows = []
    for pk, person in people.items():
        months = facilitator_months(paid[pk], unpaid[pk] + member_for[pk], year)
        if months:
            amount = facilitator_honorarium(months, at)
            rows.append((person, Entitlement.FACILITATOR, len(months), amount))
    return rows


def _seats_touching(body: Body, year: Period) -> list[Seat]:
    seats = Seat.objects.that_began().of_body(body).filter(starts_on__lte=year.last, ends_on__gte=year.first)
    held = [seat for seat in seats.select_related("person").order_by("pk")]
    return [seat for seat in held if seat.ended_on is None or seat.ended_on >= year.first]


def _part_year_rule(year: Period) -> str:
    try:
        return parameters.value("honorarium.part_year_rule", on=year.first)
    except parameters.NotSet:
        return PartYearRule.NONE
