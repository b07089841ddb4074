"""M4: direct handling by caretakers, sanctions by the committee's resolution, up the ladder."""

import pytest

from governance.resolutions.lifecycle import Competence
from governance.sanctions import permissions
from governance.sittings import adopt
from portal.foundation import clock, parameters
from portal.foundation.acting import CLOCK
from tests.factories import governance as a
from tests.factories.violations import Cases

EVERYBODY = [
    "guest",
    "resident_1",
    "resident_2",
    "resident_3",
    "caretaker_1",
    "member_1",
    "chair",
    "secretary",
    "mayor",
    "pr_approver",
    "it_staff",
    "disaster_officer",
    "npo_author",
    "facilitator_other",
    "adviser",
    "system_admin",
]


@pytest.fixture
def cases(town, frozen, acting) -> Cases:
    frozen("2026-06-01 09:00")
    return Cases(acting, committee=True)


def test_only_a_caretaker_takes_a_measure_directly(cases, acting):
    case = cases.in_status("heard")
    found = {who for who in EVERYBODY if permissions.can_take_measure(acting(who), case, "delete")}
    assert found == {"caretaker_1"}


def test_only_the_committee_sanctions(cases, acting):
    case = cases.in_status("referred")
    resolution = cases.resolution(case)
    found = {who for who in EVERYBODY if permissions.can_sanction(acting(who), case, resolution, "warning")}
    assert found == {"member_1", "chair"}


CARETAKERS_REACH = [
    ("advice", None, True),
    ("warning", None, True),
    ("hide", None, True),
    ("delete", None, True),
    ("room_restriction", 14, True),
    ("room_restriction", 15, False),
    ("room_restriction", None, False),
    ("suspension", 1, False),
    ("cancellation", None, False),
]


def test_how_far_a_caretaker_goes(cases, acting):
    case, by = cases.in_status("heard"), acting("caretaker_1")
    for kind, days, allowed in CARETAKERS_REACH:
        assert bool(permissions.can_take_measure(by, case, kind, days)) == allowed, (kind, days)


COMMITTEES_REACH = [
    ("warning", None, True),
    ("suspension", 14, True),
    ("suspension", 15, False),  # the first one
    ("suspension", None, False),
    ("cancellation", None, False),  # no suspension before
    ("delete", None, False),  # a caretaker's matter
]


def test_how_far_the_committee_goes_the_first_time(cases, acting):
    case = cases.in_status("referred")
    by, resolution = acting("chair"), cases.resolution(case)
    for kind, days, allowed in COMMITTEES_REACH:
        assert bool(permissions.can_sanction(by, case, resolution, kind, days)) == allowed, (kind, days)


ROOM_REACH = [
    ("topic_stop", 30, True),
    ("topic_stop", 31, False),
    ("room_suspension", 30, True),
    ("room_suspension", None, False),
    ("room_closure", None, True),
]


def test_a_room_is_measured_only_in_a_case_about_its_opener(cases, acting):
    by = acting("chair")
    of_the_opener = cases.referred_about_the_opener()
    resolution = cases.resolution(of_the_opener)
    for kind, days, allowed in ROOM_REACH:
        found = permissions.can_sanction(by, of_the_opener, resolution, kind, days)
        assert bool(found) == allowed, (kind, days)
    of_somebody_else = cases.in_status("referred")
    resolution = cases.resolution(of_somebody_else)
    for kind, days, _allowed in ROOM_REACH:
        assert not permissions.can_sanction(by, of_somebody_else, resolution, kind, days)
    case = cases.in_status("heard")
    assert not permissions.can_take_measure(acting("caretaker_1"), case, "room_closure")


@pytest.mark.parametrize(
    ("title", "competence"),
    [("別の件について", Competence.VIOLATIONS), ("案件{number}について", Competence.OTHER)],
)
def test_a_resolution_that_is_not_about_this_case_is_refused(cases, acting, title, competence):
    case = cases.in_status("referred")
    words = title.format(number=case.number)
    resolution = adopt(a.steering_committee(), words, words, competence, clock.today())
    assert not permissions.can_sanction(acting("chair"), case, resolution, "warning")
    assert not permissions.can_sanction(acting("chair"), case, None, "warning")


def test_no_number_comes_from_the_vendor(cases, acting):
    case = cases.in_status("referred")
    resolution = cases.resolution(case)
    parameters.set_value(
        "sanction.first_suspension_max_days", None, valid_from=clock.today(), basis="test", by=CLOCK
    )
    with pytest.raises(parameters.NotSet):
        permissions.can_sanction(acting("chair"), case, resolution, "suspension", 3)
