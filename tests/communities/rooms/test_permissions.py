"""Rows of domain M3 about rooms, typed by hand."""

import pytest

from communities.rooms import permissions
from tests.factories.communities import RESOLUTION

PEOPLE = [
    "guest",
    "resident_1",
    "commuter",
    "chair",
    "vice_chair_1",
    "member_5",
    "caretaker_1",
    "secretary",
    "mayor",
    "disaster_officer",
    "pr_author",
    "it_chief",
    "npo_author",
    "adviser",
    "facilitator_other",
]
COMMITTEE = {"chair", "vice_chair_1", "member_5"}
FREE = {"resident_1", "commuter", "facilitator_other"}

WITH_RESOLUTION = {
    "open": {"preparing"},
    "extend": {"open"},
    "end_discussion": {"open"},
    "adopt_summary": {"summarising"},
    "close": {"summarised"},
    "abolish": {"preparing", "open", "summarising"},
}


@pytest.mark.parametrize("status", ["preparing", "open", "summarising", "summarised", "closed"])
def test_who_may_do_what_with_a_city_area_room(forums, acting, status):
    room = forums.city_room(status)
    for verb, statuses in WITH_RESOLUTION.items():
        for who in PEOPLE:
            may = bool(getattr(permissions, f"can_{verb}")(acting(who), room, RESOLUTION))
            assert may == (who in COMMITTEE and status in statuses), (verb, status, who)
            assert not getattr(permissions, f"can_{verb}")(acting(who), room, ""), (verb, who)


@pytest.mark.parametrize("who", PEOPLE)
def test_who_may_prepare_and_who_may_found(town, acting, who):
    assert bool(permissions.can_prepare(acting(who), RESOLUTION)) == (who in COMMITTEE)
    assert bool(permissions.can_found(acting(who))) == (who in FREE)


def test_no_verb_of_the_city_area_touches_a_citizen_area_room(forums, acting):
    room = forums.citizen_room()
    for verb in WITH_RESOLUTION:
        assert not getattr(permissions, f"can_{verb}")(acting("chair"), room, RESOLUTION)


def test_no_verb_of_the_citizen_area_touches_a_city_area_room(forums, acting):
    room = forums.city_room()
    for who in PEOPLE:
        assert not permissions.can_confirm_closure(acting(who), room)
        assert not permissions.can_object_to_closure(acting(who), room)
