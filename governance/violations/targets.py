"""When the next step of a case is due, by the numbers of the rule in force; unset numbers set no day."""

from __future__ import annotations

from datetime import date, timedelta

from portal.foundation import business_days, clock, parameters


def business(name: str) -> date | None:
    """The last day of a time counted in the city hall's open days, from today."""
    days = number(name)
    return None if days is None else business_days.add(clock.today(), days)


def calendar(name: str) -> date:
    """The last day of a time counted in calendar days; never a day on which the city hall is closed (民法第142条).

    Raises:
        NotSet: no rule gives the person this time, so nothing may rest on it.
    """
    return business_days.on_or_after(clock.today() + timedelta(days=parameters.value(name)))


def number(name: str) -> int | None:
    try:
        return parameters.value(name)
    except parameters.NotSet:
        return None


def again(day: date) -> date | None:
    """Whoever was reminded of something overdue up to this day is reminded once more."""
    every = number("violation.reminder_days")
    return business_days.add(day, -every) if every else None


def near(day: date) -> date:
    """Up to which due day people are reminded on a day."""
    ahead = number("violation.reminder_days")
    return business_days.add(day, ahead) if ahead else day
