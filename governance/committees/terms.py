"""How long a term of office lasts: to the day before the anniversary (第10条第2項; 民法第143条第2項)."""

from datetime import date, timedelta


def term_end(starts_on: date, years: int) -> date:
    """Last day of a term that begins on a day: 2005-04-01 for two years ends 2007-03-31."""
    try:
        anniversary = starts_on.replace(year=starts_on.year + years)
    except ValueError:  # begun on 29 February, and that year has none
        anniversary = date(starts_on.year + years, 3, 1)
    return anniversary - timedelta(days=1)
