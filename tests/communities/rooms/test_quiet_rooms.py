"""Quiet rooms: warned with numbers and a day, closed only under the rule in force, objection, reopening ([2.4])."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from communities.posts import tasks
from communities.rooms import permissions, quiet_actions
from communities.rooms.models import Room
from portal.foundation import parameters
from portal.foundation.acting import CLOCK
from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage
from tests.factories.communities import RESOLUTION

RULE = "会議室ルール第8条"


def rule(days=180, grace=30, since=date(2020, 1, 1)):
    for name, value in {"room.inactivity_days": days, "room.closure_grace_days": grace}.items():
        parameters.set_value(name, value, valid_from=since, basis=RULE, by=CLOCK)


def again(room):
    return Room.objects.get(pk=room.pk)


@pytest.fixture
def warned(forums, frozen):
    """Opened on 5 January, silent; warned on 1 August under 180 and 60 days: not closed before 1 October."""
    rule(180, 60)
    frozen("2026-01-05 09:00")
    room = forums.citizen_room()
    frozen("2026-08-01 09:00")
    assert tasks.watch_quiet_rooms() == 1
    return again(room)


@pytest.fixture
def proposed(warned, frozen):
    frozen("2026-10-01 09:00")
    tasks.watch_quiet_rooms()
    room = again(warned)
    assert room.status == "closure_proposed"
    return room


def test_without_a_rule_no_room_is_ever_called_quiet(forums, frozen):
    frozen("2024-01-01 09:00")
    forums.citizen_room()
    frozen("2026-11-22 09:00")
    assert tasks.watch_quiet_rooms() == 0


def test_a_warning_keeps_its_numbers_its_rule_and_its_day(warned, people, client_as):
    assert (warned.status, warned.accepts_posts) == ("dormant", True)
    assert (warned.warned_period, warned.warned_grace, warned.warned_basis) == (180, 60, RULE)
    assert warned.closes_after == date(2026, 9, 30)
    mail = OutboxMessage.objects.get(
        kind="communities.room_warned", recipient_id=str(people["resident_1"].pk)
    )
    assert (mail.context["rule"], mail.context["period"], mail.context["closes_after"]) == (
        RULE,
        "180",
        "2026-09-30",
    )
    html = client_as("resident_1").get(warned.get_absolute_url()).content.decode()
    assert RULE in html and "180日" in html and "2026年9月30日(水)" in html


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2026-08-27 09:00", "dormant"),
        ("2026-09-30 23:00", "dormant"),
        ("2026-10-01 00:05", "closure_proposed"),
    ],
)
def test_a_grace_shortened_from_60_to_7_closes_nothing_before_the_day_that_was_named(
    warned, frozen, day, status
):
    """Vector: warned on 1 August under 60 days; on 20 August the rule says 7."""
    rule(180, 7, since=date(2026, 8, 20))
    frozen("2026-08-20 04:00")
    tasks.watch_quiet_rooms()
    room = again(warned)
    assert (room.status, room.warned_grace, room.closes_after) == (
        "dormant",
        7,
        date(2026, 9, 30),
    )  # warn_anew
    assert OutboxMessage.objects.filter(kind="communities.room_warned").count() == 2
    frozen(day)
    tasks.watch_quiet_rooms()
    assert again(warned).status == status


def test_a_shorter_period_warns_anew_and_a_second_run_finds_nothing(warned, frozen):
    rule(90, 60, since=date(2026, 9, 15))
    frozen("2026-09-15 04:00")
    assert tasks.watch_quiet_rooms() == 1
    assert again(warned).closes_after == date(2026, 11, 14)  # sixty days from the fresh warning
    assert tasks.watch_quiet_rooms() == 0


def test_a_room_is_closed_by_a_person_after_the_day_the_warning_named(proposed, acting):
    with pytest.raises(Denied):
        quiet_actions.confirm_closure(proposed, by=acting("resident_2"), reason="静かなので")
    room = quiet_actions.confirm_closure(proposed, by=acting("caretaker_1"), reason="ルールにより")
    assert (room.status, room.is_published) == ("closed", True)


@pytest.mark.parametrize(
    ("days", "grace", "may"),
    [(180, 60, True), (90, 7, True), (180, 61, False), (241, 60, True), (242, 60, False)],
)
def test_closing_is_judged_by_the_numbers_in_force_that_day(proposed, acting, days, grace, may):
    """Silent since 2 February (180 days before the warning), asked on 1 October: 241 days of silence."""
    rule(days, grace, since=date(2026, 10, 1))
    assert bool(permissions.can_confirm_closure(acting("caretaker_1"), proposed)) == may


def test_no_room_is_closed_under_a_rule_that_was_abolished(proposed, acting):
    rule(None, None, since=date(2026, 10, 1))
    with pytest.raises(Denied):
        quiet_actions.confirm_closure(proposed, by=acting("caretaker_1"), reason="ルールにより")
    tasks.watch_quiet_rooms()
    assert again(proposed).status == "open"  # revive


def test_a_longer_period_wakes_a_room_that_is_not_quiet_under_it(warned, frozen):
    rule(365, 60, since=date(2026, 8, 20))
    frozen("2026-08-20 04:00")
    tasks.watch_quiet_rooms()
    room = again(warned)
    assert (room.status, room.closes_after) == ("open", None)


def test_a_post_wakes_the_room_at_once_and_nobody_can_close_it_minutes_later(proposed, forums, acting):
    forums.post(proposed)
    room = again(proposed)
    assert (room.status, room.warned_at, room.warned_basis) == ("open", None, "")
    with pytest.raises(Denied):
        quiet_actions.confirm_closure(room, by=acting("caretaker_1"), reason="ルールにより")
    assert tasks.watch_quiet_rooms() == 0


def test_an_objection_waits_for_the_committee_and_nobody_else_closes_the_room(proposed, acting, people):
    with pytest.raises(Denied):
        quiet_actions.object_to_closure(proposed, by=acting("resident_5"), reason="続けて")
    room = quiet_actions.object_to_closure(proposed, by=acting("resident_1"), reason="春に再開します")
    assert (room.status, room.objection, room.accepts_posts) == ("objected", "春に再開します", True)
    told = OutboxMessage.objects.filter(kind="communities.room_closure_objected")
    assert told.filter(recipient_id=str(people["chair"].pk)).get().context["reason"] == "春に再開します"
    with pytest.raises(Denied):
        quiet_actions.confirm_closure(room, by=acting("caretaker_1"), reason="ルールにより")
    assert tasks.watch_quiet_rooms() == 0


@pytest.mark.parametrize("who", ["resident_1", "caretaker_1", "secretary", "mayor"])
def test_only_the_committee_decides_on_an_objection_and_by_resolution(proposed, acting, who):
    room = quiet_actions.object_to_closure(proposed, by=acting("resident_1"), reason="春に再開します")
    for decide in (quiet_actions.uphold_objection, quiet_actions.refuse_objection):
        with pytest.raises(Denied):
            decide(room, by=acting(who), resolution=RESOLUTION, reason="委員会のかわりに")
        with pytest.raises(Denied):
            decide(room, by=acting("chair"), resolution=" ", reason="決議なしに")
    assert again(room).status == "objected"


def test_an_upheld_objection_keeps_the_room_open_for_a_whole_period(proposed, acting):
    room = quiet_actions.object_to_closure(proposed, by=acting("resident_1"), reason="春に再開します")
    room = quiet_actions.uphold_objection(
        room, by=acting("chair"), resolution=RESOLUTION, reason="続ける見込み"
    )
    assert (room.status, room.objection, room.closes_after) == ("open", "", None)
    assert tasks.watch_quiet_rooms() == 0


def test_a_refused_objection_closes_the_room_and_names_the_resolution(proposed, acting):
    room = quiet_actions.object_to_closure(proposed, by=acting("resident_1"), reason="春に再開します")
    room = quiet_actions.refuse_objection(
        room, by=acting("chair"), resolution=RESOLUTION, reason="予定がないため"
    )
    assert (room.status, room.closing_resolution, room.status_reason) == (
        "closed",
        RESOLUTION,
        "予定がないため",
    )
    assert not permissions.can_reopen(acting("resident_1"), room)


@pytest.mark.parametrize(
    ("who", "day", "may"),
    [
        ("resident_1", "2026-12-30 09:00", True),
        ("resident_1", "2026-12-31 09:00", False),
        ("resident_2", "2026-10-02 09:00", False),
        ("caretaker_1", "2026-10-02 09:00", False),
        ("chair", "2026-10-02 09:00", False),
    ],
)
def test_the_opener_opens_a_room_again_within_90_days(proposed, acting, frozen, who, day, may):
    room = quiet_actions.confirm_closure(proposed, by=acting("caretaker_1"), reason="ルールにより")
    frozen(day)
    assert bool(permissions.can_reopen(acting(who), room)) == may


def test_a_room_opened_again_takes_posts_and_is_chaired_by_its_opener(proposed, acting, client_as):
    room = quiet_actions.confirm_closure(proposed, by=acting("caretaker_1"), reason="ルールにより")
    page = client_as("resident_1").get(room.get_absolute_url()).content.decode()
    assert f"/rooms/{room.slug}/reopen/" in page
    answer = client_as("resident_1").post(f"/rooms/{room.slug}/reopen/", {"reason": "続きを話します"})
    assert answer.status_code == 302
    room = again(room)
    assert (room.status, room.accepts_posts, room.status_reason) == ("open", True, "")
    assert room.facilitators.active().get().source == "opener"
    assert tasks.watch_quiet_rooms() == 0


def test_the_archive_says_who_chaired_and_stands_in_a_tab_of_its_own(proposed, acting, client):
    assert proposed.title not in client.get("/rooms/?area=archive").content.decode()
    room = quiet_actions.confirm_closure(proposed, by=acting("caretaker_1"), reason="ルールにより")
    html = client.get(room.get_absolute_url()).content.decode()
    assert "現在はいません" not in html and "務めた進行役" in html
    assert room.title in client.get("/rooms/?area=archive").content.decode()
    assert room.title not in client.get("/rooms/").content.decode()


def test_the_database_refuses_a_quiet_room_without_the_numbers_of_its_warning(warned):
    with pytest.raises(IntegrityError), transaction.atomic():
        Room.objects.filter(pk=warned.pk).update(warned_grace=None)


def test_no_verb_of_quiet_rooms_touches_a_city_area_room(forums, acting):
    room = forums.city_room()
    assert not permissions.can_revive(room)
    assert not permissions.can_uphold_objection(acting("chair"), room, RESOLUTION)
    assert not permissions.can_refuse_objection(acting("chair"), room, RESOLUTION)
    assert not permissions.can_reopen(acting("chair"), room)
