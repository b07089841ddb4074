"""Japanese era years: 2004-01-26 is 平成16年1月26日, as rules and contracts print it."""

from datetime import date

# An era's first day already carries the new name. Before 1873 the town counted by the lunisolar
# calendar, so an earlier date of our calendar has no day of an era to stand for.
GREGORIAN_SINCE = date(1873, 1, 1)
ERAS = (
    (date(2019, 5, 1), "令和"),
    (date(1989, 1, 8), "平成"),
    (date(1926, 12, 25), "昭和"),
    (date(1912, 7, 30), "大正"),
    (date(1868, 1, 25), "明治"),
)


def era_year(day: date) -> tuple[str, int]:
    """The era and its year on this day: ("平成", 16)."""
    if day < GREGORIAN_SINCE:
        raise ValueError(f"{day} lies before the calendar of {GREGORIAN_SINCE.year}")
    first, name = next((first, name) for first, name in ERAS if day >= first)
    return name, day.year - first.year + 1


def wareki(day: date) -> str:
    """平成16年1月26日; the first year of an era is 元年."""
    name, year = era_year(day)
    return f"{name}{'元' if year == 1 else year}年{day.month}月{day.day}日"
