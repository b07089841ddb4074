"""No link leads nowhere: whoever sees it may follow it."""

from __future__ import annotations

import pytest

from tests.seeded import walked

pytestmark = pytest.mark.django_db
WALKERS = [
    "",
    "resident_12",
    "chair",
    "member_3",
    "secretary",
    "caretaker_1",
    "it_staff",
    "planner_author",
    "pr_approver",
    "npo_author",
    "disaster_officer",
    "mayor",
    "adviser",
    "facilitator_dispatched",
]


@pytest.mark.parametrize("key", WALKERS)
def test_no_link_on_any_page_is_dead_for_who_sees_it(seeded, key):
    seen = walked(key)
    assert len(seen.found) > 15, seen.found
    assert seen.dead == []
