"""City-area rooms by resolution, citizen-area rooms freely (domain 6.3)."""

import pytest

from communities.facilitators import actions as facilitators
from communities.rooms import actions
from communities.rooms.models import Room
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry
from tests.factories.communities import RESOLUTION, WORDS


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
        lambda: actions.prepare(by=acting(key), resolution=RESOLUTION, slug="x", title="x", purpose="x"),
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
    from communities.rooms import tasks

    frozen("2026-11-22 09:00")
    room = forums.city_room(closes_on="2026-11-30")
    frozen("2026-11-30 23:00")
    assert tasks.end_discussions() == 0
    frozen("2026-12-01 04:00")
    assert tasks.end_discussions() == 1
    assert tasks.end_discussions() == 0
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


def quiet_rules(days=180, grace=30):
    from datetime import date

    from portal.foundation import parameters
    from portal.foundation.acting import CLOCK

    for name, value in {"room.inactivity_days": days, "room.closure_grace_days": grace}.items():
        parameters.set_value(name, value, valid_from=date(2020, 1, 1), basis="会議室ルール", by=CLOCK)


def test_without_a_rule_no_room_is_ever_called_quiet(forums, frozen):
    from communities.posts import tasks

    frozen("2024-01-01 09:00")
    forums.citizen_room()
    frozen("2026-11-22 09:00")
    assert tasks.watch_quiet_rooms() == 0


def test_a_quiet_room_is_warned_proposed_and_closed_by_a_person(forums, acting, frozen):
    from communities.posts import tasks

    quiet_rules()
    frozen("2026-01-05 09:00")
    room = forums.citizen_room()
    frozen("2026-08-01 09:00")
    tasks.watch_quiet_rooms()
    room = Room.objects.get(pk=room.pk)
    assert (room.status, room.accepts_posts) == ("dormant", True)  # warn
    frozen("2026-09-15 09:00")
    tasks.watch_quiet_rooms()
    room = Room.objects.get(pk=room.pk)
    assert room.status == "closure_proposed"  # propose_closure
    with pytest.raises(Denied):
        actions.confirm_closure(room, by=acting("resident_2"), reason="静かなので")
    room = actions.confirm_closure(room, by=acting("caretaker_1"), reason="ルールにより")
    assert (room.status, room.is_published) == ("closed", True)


def test_a_new_post_revives_a_quiet_room(forums, frozen):
    from communities.posts import tasks

    quiet_rules()
    frozen("2026-01-05 09:00")
    room = forums.citizen_room()
    frozen("2026-08-01 09:00")
    tasks.watch_quiet_rooms()
    frozen("2026-08-02 09:00")
    forums.post(Room.objects.get(pk=room.pk))
    tasks.watch_quiet_rooms()
    assert Room.objects.get(pk=room.pk).status == "open"  # revive


def test_the_opener_can_object_to_closure(forums, acting, frozen):
    from communities.posts import tasks

    quiet_rules()
    frozen("2026-01-05 09:00")
    room = forums.citizen_room()
    frozen("2026-08-01 09:00")
    tasks.watch_quiet_rooms()
    frozen("2026-09-15 09:00")
    tasks.watch_quiet_rooms()
    with pytest.raises(Denied):
        actions.object_to_closure(room, by=acting("resident_5"), reason="続けて")
    room = actions.object_to_closure(room, by=acting("resident_1"), reason="春に再開します")
    assert room.status == "open"
    tasks.watch_quiet_rooms()
    assert Room.objects.get(pk=room.pk).status == "open"
