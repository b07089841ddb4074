"""Japanese-era dates 和暦: stored as calendar days, shown and read as 平成16年1月26日."""

import re
from datetime import date

ERAS = (
    ("令和", date(2019, 5, 1)),
    ("平成", date(1989, 1, 8)),
    ("昭和", date(1926, 12, 25)),
    ("大正", date(1912, 7, 30)),
    ("明治", date(1868, 10, 23)),
)
_PRINTED = re.compile(r"(令和|平成|昭和|大正|明治)(元|\d+)年(\d+)月(\d+)日")


def wareki(day: date) -> str:
    """2004-01-26 → 平成16年1月26日; the first year of an era is 元年."""
    for era, first in ERAS:
        if day >= first:
            year = day.year - first.year + 1
            return f"{era}{'元' if year == 1 else year}年{day.month}月{day.day}日"
    return f"{day.year}年{day.month}月{day.day}日"


def parse_wareki(text: str) -> date:
    """平成16年1月26日 → 2004-01-26. Raises ValueError when it is no day of that era."""
    match = _PRINTED.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    era, year, month, day = match.groups()
    first = dict(ERAS)[era]
    found = date(first.year + (1 if year == "元" else int(year)) - 1, int(month), int(day))
    if found < first:
        raise ValueError(text)
    return found
