"""The demo town's committee tells a coherent story, and telling it twice changes nothing."""

from datetime import timedelta

import pytest

from governance import seeds
from governance.models import (
    CommitteeTerm,
    HonorariumList,
    Meeting,
    Resolution,
    Seat,
    SeatApplication,
    ThemeProposal,
)
from governance.sittings import acting_chair
from portal.foundation import clock
from residents import seeds as residents


@pytest.fixture
def demo(db):
    town = residents.seed()
    seeds.seed(town)
    return town


def test_the_fifth_term_has_twelve_seats_seven_new_and_five_reappointed(demo):
    seats = Seat.objects.on(clock.today())
    assert seats.count() == 12
    assert seats.filter(is_reappointed=False).count() == 7
    assert seats.filter(is_reappointed=True).count() == 5
    assert SeatApplication.objects.filter(recruitment__term__number=5).count() == 14


def test_there_is_a_chair_and_the_term_ends_in_the_future(demo):
    term = CommitteeTerm.objects.get(number=5)
    assert term.starts_on + timedelta(days=180) <= clock.today() < term.ends_on
    assert acting_chair(demo.body("steering-committee")).person == demo.person("chair")


def test_rooms_rest_on_resolutions_and_last_years_list_is_paid(demo):
    rooms = {theme.title: theme.room for theme in ThemeProposal.objects.filter(room__isnull=False)}
    assert len(rooms) == 4
    assert {room.status for room in rooms.values()} == {"open"}
    numbers = {resolution.printed_number for resolution in Resolution.objects.adopted()}
    assert {room.opening_resolution for room in rooms.values()} <= numbers
    paid = HonorariumList.objects.get()
    assert paid.status == "paid"
    assert sum(line.amount for line in paid.lines.all()) == 3 * 50_000 + 5 * 30_000


def test_seeding_twice_changes_nothing(demo):
    before = (Meeting.objects.count(), Seat.objects.count())
    seeds.seed(demo)
    assert (Meeting.objects.count(), Seat.objects.count()) == before
