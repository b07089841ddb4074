"""The ladder with numbers typed by hand."""

import pytest

from governance.sanctions.ladder import Ladder

LADDER = Ladder(first_suspension_max_days=14, suspension_max_days=90, suspensions_before_cancellation=2)


@pytest.mark.parametrize(
    ("earlier", "longest", "cancel"), [(0, 14, False), (1, 90, False), (2, 90, True), (3, 90, True)]
)
def test_what_came_before_decides_how_grave_a_sanction_may_be(earlier, longest, cancel):
    assert LADDER.longest_suspension(earlier) == longest
    assert LADDER.may_cancel(earlier) is cancel
