"""Who may answer, and what was answered, lie in two places of the database, and stay there."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection, models
from django.db.migrations.state import ProjectState

from portal.foundation import checks, privileges
from portal.foundation.attached_sqlite3.files import answers_file
from portal.foundation.sides import PutOnSide, Side, places, tables_of
from surveys.envelopes.order_free import overwrite_deleted, random_key
from surveys.models import BoardPage, Receipt, SpentToken, Ticket

ISSUING = [
    "surveys_applogin",
    "surveys_blinddraw",
    "surveys_challenge",
    "surveys_countercheck",
    "surveys_countercheckstep",
    "surveys_disclosure",
    "surveys_outerenvelope",
    "surveys_proof",
    "surveys_voucher",
]
ANSWERING = [
    "surveys_boardpage",
    "surveys_innerenvelope",
    "surveys_printedform",
    "surveys_receipt",
    "surveys_spenttoken",
    "surveys_ticket",
]
IN_POSTGRESQL = {"issuing": ISSUING, "answering": ANSWERING}
IN_SQLITE = {"answering": ANSWERING}
POOL = "12345678-1234-5678-1234-567812345678"


def lying(place):
    return sorted(table for table, where in places(connection).items() if where == place)


def test_every_table_of_a_side_is_named_here():
    assert tables_of(Side.ISSUING) == ISSUING
    assert tables_of(Side.ANSWERING) == ANSWERING


@pytest.mark.django_db
def test_every_table_lies_where_its_side_is():
    expected = IN_SQLITE if connection.vendor == "sqlite" else IN_POSTGRESQL
    assert {place: lying(place) for place in expected} == expected
    rest = lying("main" if connection.vendor == "sqlite" else "public")
    assert "surveys_survey" in rest and not {*ANSWERING} & {*rest}


def test_every_table_of_the_answering_side_says_what_each_login_may_do():
    assert sorted(privileges.DECLARED) == ANSWERING
    with pytest.raises(AssertionError):
        privileges.declare(models.Model, town="SELECT", answering="", reason="")


@pytest.mark.django_db
def test_what_django_asks_of_tables_is_answered_for_both_files():
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
        assert {"surveys_ticket", "surveys_survey"} <= {*names} and len(names) == len({*names})
        constraints = connection.introspection.get_constraints(cursor, "surveys_boardpage")
        described = connection.introspection.get_table_description(cursor, "surveys_boardpage")
        kinds = {
            column.name: connection.introspection.get_field_type(column.type_code, column)
            for column in described
        }
    assert {"board_page_number_once", "board_page_last_once"} <= constraints.keys()
    assert kinds["added"] == "JSONField"


def step(operation, direction):
    """One operation of a migration, by itself."""
    state = ProjectState()
    with connection.schema_editor() as editor:
        getattr(operation, f"database_{direction}")("surveys", editor, state, state)


def refuses_change():
    try:
        BoardPage.objects.update(root="1" * 64)
    except DatabaseError:
        return True
    return False


def test_a_table_moves_there_and_back_with_all_it_holds(own_transactions):
    Ticket(pool=POOL, digest="a" * 64, mark="m").save()
    page = {"pool": POOL, "number": 1, "day": "2026-11-28", "added": ["x"], "receipts": 1, "drawn": 1}
    BoardPage.objects.create(**page, root="0" * 64, previous_hash="0" * 64, page_hash="0" * 64)
    both = PutOnSide("answering", ["surveys_ticket", "surveys_boardpage"])
    home = "main" if connection.vendor == "sqlite" else "public"
    with connection.cursor() as cursor:
        before = connection.introspection.get_constraints(cursor, "surveys_boardpage")

    for direction, place in (("backwards", home), ("forwards", "answering"), ("forwards", "answering")):
        step(both, direction)
        where = places(connection)
        assert {where["surveys_ticket"], where["surveys_boardpage"]} == {place}
        assert Ticket.objects.get().mark == "m" and BoardPage.objects.get().added == ["x"]
        assert refuses_change(), "the public list of receipts only grows, wherever it lies"
        with connection.cursor() as cursor:
            assert connection.introspection.get_constraints(cursor, "surveys_boardpage") == before
    assert BoardPage.objects.create(**page | {"number": 2}, root="", previous_hash="", page_hash="").pk > 1


def test_a_table_made_anew_by_a_later_migration_is_put_back(own_transactions):
    Receipt(pool=POOL, digest="b" * 64).save()
    narrow, wide = Receipt._meta.get_field("digest"), models.CharField(max_length=70, unique=True)
    wide.set_attributes_from_name("digest")
    wide.model = Receipt
    for old, new in ((narrow, wide), (wide, narrow)):
        with connection.schema_editor() as editor:
            editor.alter_field(Receipt, old, new, strict=True)
        step(PutOnSide("answering", ["surveys_receipt"]), "forwards")
        assert places(connection)["surveys_receipt"] == "answering"
        assert Receipt.objects.get().digest == "b" * 64


def test_what_is_deleted_on_the_answering_side_is_overwritten_in_its_file_too(own_transactions):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL reuses the place; see docs/adr/0013")
    SpentToken(id=random_key(), pool=POOL, digest="5p3nt" * 12).save()
    assert b"5p3nt5p3nt" in written()
    overwrite_deleted()
    SpentToken.objects.all().delete()
    assert b"5p3nt5p3nt" not in written()


def written():
    """Every byte of the answering side's file, what waits beside it included."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA answering.wal_checkpoint(TRUNCATE)")
        cursor.execute("SELECT file FROM pragma_database_list WHERE name = 'answering'")
        name = cursor.fetchone()[0]
    with open(name, "rb") as file:
        return file.read()


def test_one_login_one_file_or_one_process_for_both_sides_is_refused(monkeypatch):
    def complaints(login="", url="http://127.0.0.1:8001", **database):
        town = {"NAME": "town", "USER": "town", **database}
        told = SimpleNamespace(DATABASES={"default": town}, ANSWERING_LOGIN=login, ANSWERING_URL=url)
        monkeypatch.setattr(checks, "settings", told)
        return {message.id for message in checks.answering_is_another(None)}

    postgresql = {"ENGINE": "django.db.backends.postgresql"}
    assert complaints("", **postgresql) == {"foundation.E008"}
    assert complaints("town", **postgresql) == {"foundation.E008"}
    assert complaints("answering", **postgresql) == set()
    sqlite = {"ENGINE": "portal.foundation.attached_sqlite3", "NAME": "/var/town.sqlite3"}
    assert complaints(**sqlite) == set()
    assert complaints(**sqlite, url="") == {"foundation.E009"}
    assert complaints(**sqlite, ANSWERS="/var/town.sqlite3") == {"foundation.E008"}


def test_every_database_has_a_second_file_of_its_own():
    assert answers_file({"NAME": "/var/town.sqlite3"}) == "/var/town.answers.sqlite3"
    assert answers_file({"NAME": "/var/test.sqlite3_gw0"}) == "/var/test.answers.sqlite3_gw0"
    assert answers_file({"NAME": "/var/town.sqlite3", "ANSWERS": "/other/file"}) == "/other/file"
    assert answers_file({"NAME": ":memory:"}) == ":memory:"
