"""The demo town's committee tells a coherent story, and telling it twice changes nothing."""

from datetime import timedelta

import pytest

from communities.models import Room
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

pytestmark = pytest.mark.django_db


def test_the_demo_town_has_the_fifth_term_of_the_source(seeded):
    _seats_and_offices(seeded)
    _rooms_rest_on_resolutions()
    _last_years_list_is_paid()
    before = (Meeting.objects.count(), Seat.objects.count(), Resolution.objects.count())
    seeds.seed(seeded)
    assert (Meeting.objects.count(), Seat.objects.count(), Resolution.objects.count()) == before


def _seats_and_offices(town):
    seats = Seat.objects.on(clock.today())
    assert seats.count() == 12
    assert seats.filter(is_reappointed=False).count() == 7
    assert seats.filter(is_reappointed=True).count() == 5
    assert SeatApplication.objects.filter(recruitment__term__number=5).count() == 14
    term = CommitteeTerm.objects.get(number=5)
    assert term.starts_on + timedelta(days=180) <= clock.today() < term.ends_on
    assert acting_chair(town.body("steering-committee")).person == town.person("chair")


def _rooms_rest_on_resolutions():
    rooms = [theme.room for theme in ThemeProposal.objects.filter(room__isnull=False)]
    numbers = {resolution.printed_number for resolution in Resolution.objects.adopted()}
    assert len(rooms) == 4
    assert {room.status for room in rooms} == {"open"}
    assert {room.opening_resolution for room in rooms} <= numbers
    archives = Room.objects.filter(title__in=["(市)第4期運営委員会", "東北のために私たちができることは?"])
    assert {(room.status, bool(room.summary)) for room in archives} == {("closed", True)}
    assert {r.opening_resolution for r in archives} | {r.closing_resolution for r in archives} <= numbers
    assert len(archives) == 2


def _last_years_list_is_paid():
    paid = HonorariumList.objects.get()
    assert paid.status == "paid"
    assert sum(line.amount for line in paid.lines.all()) == 3 * 50_000 + 5 * 30_000
