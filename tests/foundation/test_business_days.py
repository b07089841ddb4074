"""The city hall's open days, compared with days typed from the calendar."""

from datetime import date

import pytest

from portal.foundation import business_days


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        (date(2026, 11, 20), True),  # Friday
        (date(2026, 11, 21), False),  # Saturday
        (date(2026, 11, 23), False),  # 勤労感謝の日
        (date(2026, 9, 22), False),  # 国民の休日, between two holidays
        (date(2027, 3, 22), False),  # 春分の日 fell on a Sunday: its substitute
        (date(2026, 12, 28), True),  # the last open day of the year
        (date(2026, 12, 29), False),
        (date(2027, 1, 3), False),
        (date(2027, 1, 4), True),
        (date(2004, 4, 30), True),  # Friday between Golden Week's days
    ],
)
def test_an_open_day_is_known(day, is_open):
    assert business_days.is_business_day(day) is is_open


def test_a_time_does_not_count_its_first_day_and_skips_closed_ones():
    assert business_days.add(date(2026, 11, 20), 1) == date(2026, 11, 24)
    assert business_days.add(date(2026, 12, 28), 3) == date(2027, 1, 6)
    assert business_days.add(date(2026, 11, 22), 0) == date(2026, 11, 22)


def test_a_time_can_be_counted_back():
    assert business_days.add(date(2027, 1, 6), -3) == date(2026, 12, 28)


def test_a_closed_day_gives_way_to_the_next_open_one():
    assert business_days.on_or_after(date(2026, 5, 2)) == date(2026, 5, 7)
    assert business_days.on_or_after(date(2026, 5, 7)) == date(2026, 5, 7)


def test_days_between_are_counted_both_ways():
    assert business_days.between(date(2026, 11, 20), date(2026, 11, 24)) == 1
    assert business_days.between(date(2026, 11, 24), date(2026, 11, 20)) == -1
    assert business_days.between(date(2026, 11, 20), date(2026, 11, 20)) == 0
