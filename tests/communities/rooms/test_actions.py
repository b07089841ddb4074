"""City-area rooms by resolution, citizen-area rooms freely (domain 6.3)."""

import pytest
from django.db import IntegrityError, transaction

from communities.facilitators import actions as facilitators
from communities.rooms import actions
from communities.rooms.models import Room
from portal.foundation import clock
from portal.foundation.acting import CLOCK
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry
from tests.factories.communities import FRAMING, RESOLUTION, WORDS


def prepared(by, **words):
    told = {**FRAMING, "related_body": None, "closes_on": None, **words}
    return actions.prepare(by=by, resolution=RESOLUTION, slug="x", title="x", purpose="x", **told)


@pytest.mark.parametrize("missing", ["question", "decider", "decided_when", "still_open"])
def test_a_city_area_room_says_what_is_decided_before_it_opens(forums, acting, missing):
    room = forums.city_room("preparing", **{missing: ""})
    with pytest.raises(Denied) as refusal:
        actions.open(room, by=acting("chair"), resolution=RESOLUTION)
    assert "何を" in str(refusal.value)
    assert Room.objects.get(pk=room.pk).status == "preparing"


@pytest.mark.parametrize("missing", ["related_body", "closes_on"])
def test_a_city_area_room_opens_with_a_named_section_and_a_last_day(forums, acting, missing):
    room = forums.city_room("preparing", **{missing: None})
    with pytest.raises(Denied):
        actions.open(room, by=acting("chair"), resolution=RESOLUTION)


def test_the_database_refuses_an_open_city_area_room_without_framing(forums):
    room = forums.city_room("open")
    with pytest.raises(IntegrityError), transaction.atomic():
        Room.objects.filter(pk=room.pk).update(question="")


def test_a_city_area_room_without_facilitator_cannot_open(forums, acting):
    room = forums.city_room("preparing", facilitator=None)
    with pytest.raises(Denied) as refusal:
        actions.open(room, by=acting("chair"), resolution=RESOLUTION)
    assert "第14条" in str(refusal.value)
    assert Room.objects.get(pk=room.pk).status == "preparing"


def test_a_nomination_nobody_answered_is_not_a_facilitator(forums, acting, people):
    room = forums.city_room("preparing", facilitator=None)
    facilitators.designate(
        room, people["member_1"], by=acting("chair"), source="committee_member", resolution=RESOLUTION
    )
    with pytest.raises(Denied):
        actions.open(room, by=acting("chair"), resolution=RESOLUTION)


def test_a_city_area_room_opens_with_a_facilitator_who_accepted(forums, people):
    room = forums.city_room("open")
    assert (room.status, room.is_published, room.accepts_posts) == ("open", True, True)
    assert room.facilitators.active().get().person == people["facilitator_other"]
    assert people["facilitator_other"].pk in room.facilitator_ids
    assert AuditEntry.objects.get(verb="communities.room.opened").reference == RESOLUTION


@pytest.mark.parametrize(
    "key", ["secretary_chief", "mayor", "pr_author", "it_chief", "caretaker_1", "resident_1"]
)
def test_city_staff_alone_cannot_open_or_close_a_city_area_room(forums, acting, key):
    room = forums.city_room("summarised")
    for act in (
        lambda: actions.close(room, by=acting(key), resolution=RESOLUTION, reason="予算のため"),
        lambda: actions.abolish(room, by=acting(key), resolution=RESOLUTION, reason="予算のため"),
        lambda: prepared(acting(key)),
    ):
        with pytest.raises(Denied) as refusal:
            act()
        assert "第4条" in str(refusal.value)
    assert Room.objects.get(pk=room.pk).status == "summarised"


def test_the_committee_needs_a_resolution_too(forums, acting):
    room = forums.city_room("summarised")
    with pytest.raises(Denied):
        actions.close(room, by=acting("chair"), resolution=" ", reason="終わりました")


def test_the_committee_closes_a_room_and_its_offices_end(forums, acting):
    room = forums.city_room("summarised")
    actions.close(
        room, by=acting("member_3"), resolution="第5期第9回決議第2号", reason="提言として提出しました"
    )
    room = Room.objects.get(pk=room.pk)
    assert (room.status, room.closing_resolution) == ("closed", "第5期第9回決議第2号")
    assert (room.is_published, room.accepts_posts) == (True, False)
    assert not room.facilitators.active().exists()


def test_the_committee_abolishes_an_open_room(forums, acting):
    room = actions.abolish(
        forums.city_room(), by=acting("chair"), resolution=RESOLUTION, reason="テーマが失われた"
    )
    assert room.status == "closed"


def test_the_committee_extends_a_discussion(forums, acting, frozen):
    frozen("2026-11-22 09:00")
    room = actions.extend(
        forums.city_room(), by=acting("chair"), resolution=RESOLUTION, closes_on="2027-03-31"
    )
    assert str(Room.objects.get(pk=room.pk).closes_on) == "2027-03-31"


def test_the_discussion_ends_by_the_clock_and_reading_goes_on(forums, frozen):
    frozen("2026-11-22 09:00")
    room = forums.city_room(closes_on="2026-11-30")
    frozen("2026-11-30 23:00")
    assert list(Room.objects.due_to_end_discussion(clock.today())) == []
    frozen("2026-12-01 04:00")
    assert list(Room.objects.due_to_end_discussion(clock.today())) == [room]
    actions.end_discussion(room, by=CLOCK)
    assert list(Room.objects.due_to_end_discussion(clock.today())) == []
    room = Room.objects.get(pk=room.pk)
    assert (room.status, room.is_published, room.accepts_posts) == ("summarising", True, False)


@pytest.mark.parametrize("key", ["resident_1", "commuter"])
def test_residents_and_commuters_found_citizen_area_rooms(forums, people, key):
    room = forums.citizen_room(by=key)
    assert (room.status, room.manager) == ("open", people[key])
    assert room.facilitators.active().get().source == "opener"
    assert people[key].pk in room.facilitator_ids
    assert room.opener_connection == ("work" if key == "commuter" else "residence")


def test_somebody_without_connection_to_the_city_cannot_found_a_room(forums, people):
    people["commuter"].connections.all().delete()
    with pytest.raises(Denied):
        forums.citizen_room(by="commuter")


def test_nobody_founds_a_citizen_area_room_for_a_unit(forums, acting):
    with pytest.raises(Denied):
        actions.found(by=acting("secretary"), title="x", **WORDS)
