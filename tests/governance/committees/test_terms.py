"""第10条第2項: a term of two years ends on the day before the anniversary."""

from datetime import date

import pytest

from governance.committees import actions
from governance.committees.terms import term_end
from portal.foundation.decisions import Denied
from tests.factories import governance as a


@pytest.mark.parametrize(
    ("starts_on", "years", "ends_on"),
    [
        (date(2005, 4, 1), 2, date(2007, 3, 31)),
        (date(2026, 4, 1), 2, date(2028, 3, 31)),
        (date(2026, 4, 1), 1, date(2027, 3, 31)),
        (date(2024, 2, 29), 2, date(2026, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 28)),
        (date(2025, 3, 1), 3, date(2028, 2, 29)),
    ],
)
def test_the_last_day_of_a_term(starts_on, years, ends_on):
    assert term_end(starts_on, years) == ends_on


def test_a_term_gets_its_last_day_from_the_guideline(town, frozen):
    frozen("2005-03-01 09:00")
    a.set_numbers()
    term = a.a_term(5, date(2005, 4, 1))
    assert term.ends_on == date(2007, 3, 31)


MAY_OPEN = {"secretary"}
MAY_RAISE_MAXIMUM = {"mayor"}
EVERYBODY = [
    "guest",
    "resident_1",
    "caretaker_1",
    "member_1",
    "vice_chair_1",
    "chair",
    "secretary",
    "mayor",
    "pr_approver",
    "planner_author",
    "it_staff",
    "npo_author",
    "adviser",
    "system_admin",
]


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_may_open_a_term_and_who_may_raise_its_maximum(acting, who):
    from governance.committees.permissions import can_open_term, can_raise_maximum

    assert bool(can_open_term(acting(who))) == (who in MAY_OPEN)
    assert bool(can_raise_maximum(acting(who))) == (who in MAY_RAISE_MAXIMUM)


def test_the_secretariat_is_told_that_the_mayor_decides(acting, frozen):
    frozen("2026-06-01 09:00")
    a.set_numbers()
    term = a.a_term()
    with pytest.raises(Denied):
        actions.raise_maximum(term, by=acting("secretary"), maximum=18, reason="人手が要る")
    assert not term.size_decisions.exists()
