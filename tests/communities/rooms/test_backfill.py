"""What the migration does for rooms that were open or warned before the framing and the numbers were asked for."""

from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from communities.posts import tasks
from communities.rooms.models import Room
from portal.foundation import clock, parameters
from portal.foundation.acting import CLOCK

FOLDER = Path(apps.get_app_config("communities").path) / "migrations"
NAME = next(FOLDER.glob("*_rooms_say_what_they_owe.py")).stem
backfill = import_module(f"communities.migrations.{NAME}")


def before(room, **fields):
    """A row as it stood before the constraints."""
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            pytest.skip("SQLite alone lets a row pass its constraints for the sake of a test")
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        Room.objects.filter(pk=room.pk).update(**fields)
        cursor.execute("PRAGMA ignore_check_constraints = OFF")


def test_an_open_city_area_room_gets_its_framing_and_the_secretariat_as_its_section(forums):
    room = forums.city_room(theme="見守りを考える")
    before(room, question="", decider="", decided_when="", still_open="", related_body=None, closes_on=None)
    backfill.frame(apps, None)
    room = Room.objects.get(pk=room.pk)
    assert room.is_framed
    assert (room.question, room.related_body.code) == ("見守りを考える", "civic-autonomy")
    assert room.closes_on > clock.today()


def test_a_warned_room_gets_the_numbers_of_the_day_it_was_warned(forums, frozen):
    for name, value in {"room.inactivity_days": 180, "room.closure_grace_days": 30}.items():
        parameters.set_value(name, value, valid_from=date(2020, 1, 1), basis="会議室ルール", by=CLOCK)
    frozen("2026-01-05 09:00")
    room = forums.citizen_room()
    frozen("2026-08-01 09:00")
    tasks.watch_quiet_rooms()
    before(room, warned_period=None, warned_grace=None, warned_basis="", closes_after=None)
    backfill.remember(apps, None)
    room = Room.objects.get(pk=room.pk)
    assert (room.warned_period, room.warned_grace, room.closes_after) == (180, 30, date(2026, 8, 31))


def test_a_room_that_was_warned_without_a_rule_is_open_again(forums):
    room = forums.citizen_room()
    before(room, status="dormant", warned_at=clock.now())
    backfill.remember(apps, None)
    assert Room.objects.get(pk=room.pk).status == "open"
