"""Era years as the town's documents print them."""

from datetime import date

import pytest

from portal.foundation.wareki import era_year, wareki


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2004, 1, 26), "平成16年1月26日"),
        (date(2026, 11, 22), "令和8年11月22日"),
        (date(2019, 5, 1), "令和元年5月1日"),
        (date(2019, 4, 30), "平成31年4月30日"),
        (date(1989, 1, 8), "平成元年1月8日"),
        (date(1989, 1, 7), "昭和64年1月7日"),
        (date(1926, 12, 25), "昭和元年12月25日"),
        (date(1926, 12, 24), "大正15年12月24日"),
        (date(1912, 7, 30), "大正元年7月30日"),
        (date(1912, 7, 29), "明治45年7月29日"),
        (date(1873, 1, 1), "明治6年1月1日"),
    ],
)
def test_a_day_is_printed_in_its_era(day, printed):
    assert wareki(day) == printed


def test_the_era_and_its_year_are_told_apart():
    assert era_year(date(1996, 4, 1)) == ("平成", 8)


def test_a_day_before_our_calendar_is_refused():
    with pytest.raises(ValueError, match="1873"):
        wareki(date(1872, 12, 31))
