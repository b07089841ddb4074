"""The amounts of the domain report 6.3, typed by hand."""

from datetime import date

import pytest

from governance.honoraria.accrual import (
    Period,
    Rates,
    committee_honoraria,
    facilitator_honorarium,
    facilitator_months,
    fiscal_year,
    fiscal_year_of,
    part_year,
    seat_honorarium,
    tax_category,
)

RATES = Rates(chair=50_000, vice_chair=50_000, member=30_000, facilitator=5_000)
YEAR = Period(date(2005, 4, 1), date(2006, 3, 31))
SEVEN_MONTHS = Period(date(2005, 4, 1), date(2005, 10, 31))


def test_the_twelve_members_of_the_fifth_term_earn_420_000_yen_a_year():
    offices = ["chair", "vice_chair", "vice_chair"] + ["member"] * 9
    assert committee_honoraria(offices, RATES) == 420_000


def test_fifteen_seats_earn_510_000_yen_a_year():
    offices = ["chair", "vice_chair", "vice_chair"] + ["member"] * 12
    assert committee_honoraria(offices, RATES) == 510_000


@pytest.mark.parametrize(("office", "yen"), [("chair", 50_000), ("vice_chair", 50_000), ("member", 30_000)])
def test_what_each_office_earns(office, yen):
    assert seat_honorarium(office, RATES) == yen


def test_a_facilitator_of_seven_months_earns_35_000_yen():
    months = facilitator_months([SEVEN_MONTHS], [], YEAR)
    assert facilitator_honorarium(months, RATES) == 35_000


def test_a_facilitator_who_is_a_committee_member_earns_nothing():
    assert facilitator_months([SEVEN_MONTHS], [YEAR], YEAR) == []


def test_a_dispatched_facilitator_earns_nothing():
    assert facilitator_months([SEVEN_MONTHS], [SEVEN_MONTHS], YEAR) == []


def test_a_facilitator_who_joins_the_committee_in_the_fourth_of_seven_months_earns_15_000_yen():
    member_from_july = Period(date(2005, 7, 15), date(2007, 3, 31))
    months = facilitator_months([SEVEN_MONTHS], [member_from_july], YEAR)
    assert months == [(2005, 4), (2005, 5), (2005, 6)]
    assert facilitator_honorarium(months, RATES) == 15_000


def test_one_day_as_a_member_makes_the_whole_month_unpaid():
    one_day = Period(date(2005, 6, 30), date(2005, 6, 30))
    months = facilitator_months([Period(date(2005, 6, 1), date(2005, 7, 31))], [one_day], YEAR)
    assert months == [(2005, 7)]


def test_two_rooms_in_one_month_are_one_month():
    assert facilitator_months([SEVEN_MONTHS, SEVEN_MONTHS], [], YEAR) == facilitator_months(
        [SEVEN_MONTHS], [], YEAR
    )


def test_months_outside_the_year_do_not_count():
    assert facilitator_months([Period(date(2005, 1, 1), date(2005, 4, 30))], [], YEAR) == [(2005, 4)]


@pytest.mark.parametrize(
    ("yen", "other", "expenses", "category"),
    [
        (30_000, False, False, "employment_income"),
        (50_000, False, False, "employment_income"),
        (10_001, False, False, "employment_income"),
        (10_000, False, False, "may_stay_untaxed"),
        (10_000, True, False, "employment_income"),
        (10_000, False, True, "employment_income"),
    ],
)
def test_committee_pay_is_employment_income_above_ten_thousand_yen(yen, other, expenses, category):
    found = tax_category(yen, untaxed_limit=10_000, has_other_pay=other, expenses_reimbursed=expenses)
    assert found == category


@pytest.mark.parametrize(
    ("rule", "months", "yen"),
    [
        ("none", 1, 30_000),
        ("none", 12, 30_000),
        ("monthly", 12, 30_000),
        ("monthly", 5, 12_500),
        ("monthly", 7, 17_500),
        ("half_year", 6, 15_000),
        ("half_year", 7, 30_000),
    ],
)
def test_part_of_a_year(rule, months, yen):
    assert part_year(30_000, months, rule) == yen


@pytest.mark.parametrize(
    ("day", "year"), [(date(2006, 3, 31), 2005), (date(2006, 4, 1), 2006), (date(2006, 12, 31), 2006)]
)
def test_the_fiscal_year_begins_in_april(day, year):
    assert fiscal_year_of(day) == year
    assert fiscal_year(2005) == YEAR
