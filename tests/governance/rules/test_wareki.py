"""Era dates, typed by hand."""

from datetime import date

import pytest

from governance.rules.wareki import parse_wareki, wareki

DAYS = [
    ("平成9年7月1日", date(1997, 7, 1)),
    ("平成13年4月1日", date(2001, 4, 1)),
    ("平成15年4月1日", date(2003, 4, 1)),
    ("平成15年9月19日", date(2003, 9, 19)),
    ("平成16年1月26日", date(2004, 1, 26)),
    ("平成18年1月17日", date(2006, 1, 17)),
    ("昭和64年1月7日", date(1989, 1, 7)),
    ("平成元年1月8日", date(1989, 1, 8)),
    ("平成31年4月30日", date(2019, 4, 30)),
    ("令和元年5月1日", date(2019, 5, 1)),
]


@pytest.mark.parametrize(("printed", "day"), DAYS)
def test_an_era_date_and_its_calendar_day(printed, day):
    assert wareki(day) == printed
    assert parse_wareki(printed) == day


@pytest.mark.parametrize("wrong", ["平成", "平成16年13月1日", "平成元年1月7日", "2004-01-26"])
def test_what_is_no_day_of_an_era_is_refused(wrong):
    with pytest.raises(ValueError):
        parse_wareki(wrong)
