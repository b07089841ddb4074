"""開庁日: the days on which the city hall works, by which every promised day is counted.

Closed are Saturdays, Sundays, national holidays with their substitutes (祝日法第2条・第3条) and the turn
of the year, as 地方自治法第4条の2 lets an ordinance say and every city does.
"""

from __future__ import annotations

from datetime import date

import jpholiday

from .clock import ONE_DAY

FRIDAY = 4
TURN_OF_THE_YEAR = frozenset({(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)})


def is_business_day(day: date) -> bool:
    """Is the city hall open on this day?"""
    if day.weekday() > FRIDAY or (day.month, day.day) in TURN_OF_THE_YEAR:
        return False
    return not jpholiday.is_holiday(day)


def on_or_after(day: date) -> date:
    """The day itself, or the next one on which the hall is open (民法第142条)."""
    while not is_business_day(day):
        day += ONE_DAY
    return day


def add(day: date, count: int) -> date:
    """The last day of a time of ``count`` business days; the first day is not counted (民法第140条).

    A negative count goes back: ``add(due, -3)`` is the third business day before the due day.
    """
    step = ONE_DAY if count >= 0 else -ONE_DAY
    for _day in range(abs(count)):
        day += step
        while not is_business_day(day):
            day += step
    return day


def between(first: date, last: date) -> int:
    """How many business days come after ``first`` up to and with ``last``; negative if ``last`` is earlier."""
    if last < first:
        return -between(last, first)
    days = (first + ONE_DAY * n for n in range(1, (last - first).days + 1))
    return sum(is_business_day(day) for day in days)
