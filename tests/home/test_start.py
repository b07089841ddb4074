"""`make run`: what the answering process of the demo town is told, and what is kept from it."""

from __future__ import annotations

import pytest
from django.db import connection

from home.management.commands.start import Answering, Command
from portal.foundation.attached_sqlite3.files import answers_file

KEYS_AND_PLACES = (
    "DATABASE_URL",
    "CUSTODIAN_DATABASE_URL",
    "SEALING_KEYS",
    "CUSTODIAN_KEYS",
    "SECRET_KEY",
    "EMAIL_URL",
    "REDIS_URL",
    "DJANGO_SETTINGS_MODULE",
)


@pytest.fixture
def answering(monkeypatch):
    for name in KEYS_AND_PLACES:
        monkeypatch.setenv(name, "for the town only")
    monkeypatch.setenv("TOWN_NAME", "見本市")
    monkeypatch.setenv("ANSWERS_DATABASE_URL", "postgres://answering@127.0.0.1/town")
    return Answering.of_this_town()


@pytest.mark.django_db
def test_it_is_told_where_answers_lie_and_none_of_the_towns_keys(answering):
    told = answering.environment
    assert not {*KEYS_AND_PLACES} & {*told} and told["TOWN_NAME"] == "見本市"
    if connection.vendor == "sqlite":
        assert told["ANSWERS_DATABASE_URL"] == f"sqlite:///{answers_file(connection.settings_dict)}"
    else:
        assert told["ANSWERS_DATABASE_URL"] == "postgres://answering@127.0.0.1/town"


@pytest.mark.django_db
def test_the_town_hands_answers_on_to_it(answering):
    town, worker, third = Command()._commands("127.0.0.1", "8000", answering)
    assert "portal.wsgi" in town.command and "qcluster" in worker.command
    assert "portal.answering" in third.command and answering.address in third.command
    assert town.environment["ANSWERING_URL"] == f"http://{answering.address}"


@pytest.mark.django_db
def test_on_postgresql_without_a_login_for_it_the_town_takes_answers_itself(monkeypatch):
    monkeypatch.delenv("ANSWERS_DATABASE_URL", raising=False)
    monkeypatch.setattr(connection, "vendor", "postgresql")
    assert Answering.of_this_town() is None
    town, _worker = Command()._commands("127.0.0.1", "8000", None)
    assert town.environment["ANSWERING_URL"] == ""
