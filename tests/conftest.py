"""People, bodies, clock and plain clients; every test runs in a town that has just been founded."""

from __future__ import annotations

import gc
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client, TestCase, TransactionTestCase
from django.utils import timezone, translation
from django.utils.dateparse import parse_datetime
from django.utils.translation import trans_real

from portal.foundation import audit, clock, outbox
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.management.commands.messages import compile_all
from portal.foundation.sides import in_schema
from residents import seeds
from residents.accounts.middleware import SESSION_KEY
from residents.bodies import actions as bodies
from residents.models import (
    Body,
    BodyMembership,
    BodySuccession,
    ConsentText,
    Contract,
    Delegation,
    RoleTable,
    Team,
    User,
)
from residents.seed_tables import FOUNDED, PEOPLE
from tests import seeded as demo
from tests.databases import Numbers, count_from, numbers

COMMITTEE = ["chair", "vice_chair_1", "vice_chair_2", *[f"member_{n}" for n in range(1, 10)]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-only",
        action="store_true",
        help="leave out what asks no database; for a second run of the suite on another one",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Tests read the Japanese pages, so the catalogues must be compiled, and read anew if they were."""
    if compile_all():
        trans_real._translations.clear()


FIRST = ("tests/pages/test_links", "tests/stories", "tests/home/test_seeds", "tests/pages")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The few long tests go first, so that no worker is left alone with them at the end.

    The links are walked before other pages: one worker seeds the town, while another has the stories to tell, which
    need none, and does not wait for it.
    """
    items.sort(
        key=lambda item: next((n for n, path in enumerate(FIRST) if item.nodeid.startswith(path)), len(FIRST))
    )
    if config.getoption("--database-only"):
        asking = [item for item in items if _asks_the_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if not _asks_the_database(item)])
        items[:] = asking
    if not _is_on_postgresql():
        for item in items:
            if item.get_closest_marker("postgres"):
                item.add_marker(
                    pytest.mark.skip(reason="needs PostgreSQL: DATABASE_URL=postgres://… make test")
                )


def pytest_collection_finish(session: pytest.Session) -> None:
    """What was imported by now stays: the collector of garbage need not look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def _asks_the_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "growing"}
    is_marked = any(item.get_closest_marker(name) for name in ("django_db", "postgres"))
    return is_marked or bool(fixtures & set(item.fixturenames))


def _is_on_postgresql() -> bool:
    return settings.DATABASES["default"]["ENGINE"].endswith("postgresql")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What a green run has not shown is said at its end."""
    if not _is_on_postgresql():
        terminalreporter.write_line(
            "PostgreSQL and Redis were not tried: DATABASE_URL=postgres://… REDIS_URL=redis://… make test"
        )


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in a test talks to another machine."""
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: Any) -> Any:
        if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise RuntimeError(f"a test wanted to reach {address}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", only_here)


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Rate limits and kept pages of one test are not those of the next, nor is its language."""
    cache.clear()
    translation.activate(settings.LANGUAGE_CODE)


def found_town() -> seeds.Town:
    """Bodies, role table, contracts, people; the committee sits without the history of its seats."""
    town = seeds.seed()
    committee = town.body("steering-committee")
    if not committee.memberships.exists():
        for key in COMMITTEE:
            bodies.join(committee, person=town.person(key), by=CLOCK, from_on=FOUNDED, basis="test")
        audit.seal()
    return town


FOUNDED_ROWS: dict[str, tuple[list[str], list[Any]]] = {}  # table → its columns and rows
FOUNDED_NUMBERS: dict[str, Numbers] = {}  # database → how far its sequences had counted


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: Any, django_db_blocker: Any) -> None:
    """The town is founded once, with the test database; every test changes it in a transaction of its own.

    A test with real transactions flushes everything; its rows are kept here to be put back after it.
    """
    with django_db_blocker.unblock():
        with transaction.atomic():
            found_town()
        # Only now has the founding's news been delivered; a test must not find it waiting.
        with connection.cursor() as cursor:
            for table in connection.introspection.django_table_names(only_existing=True):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                FOUNDED_ROWS[table] = [column[0] for column in cursor.description], cursor.fetchall()
        FOUNDED_NUMBERS[connection.settings_dict["NAME"]] = numbers()


@pytest.fixture
def town(db: Any) -> seeds.Town:
    """The founded town."""
    return found_town()


@pytest.fixture
def unfounded(db: Any) -> None:
    """A database before any town was founded in it; for what loads a town of its own."""
    for model in (Contract, RoleTable, Delegation, BodySuccession, Team, BodyMembership, User, ConsentText):
        model.objects.all().delete()
    while Body.objects.exists():
        Body.objects.filter(children__isnull=True).delete()


@pytest.fixture
def people(town: seeds.Town) -> dict[str, User]:
    """The demo people by key."""
    by_address = {user.email: user for user in User.objects.all()}
    return {key: by_address[seeds.address(key)] for key in PEOPLE}


@pytest.fixture
def acting(town: seeds.Town, people: dict[str, User]) -> Callable[..., Acting]:
    """``acting("pr_author")`` acts for the first body they belong to; residents act for themselves."""

    def act(key: str, body: str | None = "") -> Acting:
        if key == "guest":
            return Acting()
        if body is None:
            return Acting(people[key])
        if not body and key in COMMITTEE:
            body = "steering-committee"
        return town.acting(key, body)

    return act


@pytest.fixture
def client_as(acting: Callable[..., Acting]) -> Callable[..., Client]:
    """A logged-in plain client (no JavaScript) that acts for the person's first body."""

    def log_in(key: str, body: str | None = "") -> Client:
        client = Client()
        who = acting(key, body)
        if who.person is not None:
            client.force_login(who.person, backend="allauth.account.auth_backends.AuthenticationBackend")
            session = client.session
            if who.body is not None:
                session[SESSION_KEY] = who.body.pk
            session.save()
        return client

    return log_in


@pytest.fixture
def frozen() -> Iterator[Callable[[str], datetime]]:
    """``frozen("2026-11-22 09:00")`` sets the town's clock until the test ends."""
    opened: list[Any] = []

    def freeze(moment: str) -> datetime:
        parsed = parse_datetime(moment) or datetime.fromisoformat(moment)
        context = clock.at(parsed)
        context.__enter__()
        opened.append(context)
        return clock.now()

    yield freeze
    for context in reversed(opened):
        context.__exit__(None, None, None)


@pytest.fixture
def deliver(django_capture_on_commit_callbacks: Any) -> Callable[[], int]:
    """Let the worker deliver what is waiting in the outbox."""
    return outbox.deliver


@pytest.fixture(scope="module")
def growing(
    django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[], None]]:
    """The demo town as `make run` shows it; called, it grows to four times its size."""
    with django_db_blocker.unblock(), demo.town(tmp_path_factory.mktemp("seeded")) as grow:
        yield grow


@pytest.fixture(scope="module")
def seeded(growing: Callable[[], None]) -> seeds.Town:
    """The demo town, by the names of its bodies and people; not to be mixed with ``town`` in one module."""
    return seeds.Town(timezone.localdate())


@pytest.fixture
def seeded_client(seeded: seeds.Town, db: Any) -> Callable[[str], Client]:
    return demo.client_of


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Iterator[Path]:
    """A folder of its own for what a test writes."""
    settings.SNAPSHOT_DIR = tmp_path / "snapshot"
    yield tmp_path
    shutil.rmtree(tmp_path, ignore_errors=True)


def _found_again(self: Any) -> None:
    """After a test with real transactions, every other test finds the founded town as it was.

    Django's flush would empty every table and then announce a migration, which fills half of them again.
    """
    with _without_triggers(), transaction.atomic(), connection.cursor() as cursor:
        for table, (columns, rows) in FOUNDED_ROWS.items():
            name = connection.ops.quote_name(table)
            cursor.execute(f"DELETE FROM {name}")
            if connection.vendor == "sqlite" and table.endswith("_indexentry"):
                cursor.execute(f"DELETE FROM {table}_fts")  # may keep words of rows that are gone
            names = ", ".join(map(connection.ops.quote_name, columns))
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {name} ({names}) VALUES ({places})", rows)
    _count_as_founded()


@contextmanager
def _without_triggers() -> Iterator[None]:
    """The ledger's triggers rightly refuse to delete, and rows come back in no order that foreign keys like."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            try:
                yield
            finally:
                cursor.execute("SET session_replication_role = origin")
            return
        triggers = []
        for file in ("main", "answering"):
            cursor.execute(
                f"SELECT name, sql FROM {file}.sqlite_master "
                "WHERE type='trigger' AND name LIKE '%\\_no\\_%' ESCAPE '\\'"
            )
            triggers += [(f"{file}.{name}", in_schema(sql, file)) for name, sql in cursor.fetchall()]
        for name, _sql in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        try:
            with connection.constraint_checks_disabled():
                yield
        finally:
            for _name, sql in triggers:
                cursor.execute(sql)


def _count_as_founded() -> None:
    count_from(FOUNDED_NUMBERS.get(connection.settings_dict["NAME"], {}))


def _rolled_back(self: Any) -> None:
    """A rollback leaves the sequences where they were: the next test would meet other numbers than this one."""
    _roll_back(self)
    _count_as_founded()


TransactionTestCase._fixture_teardown = _found_again
_roll_back, TestCase._fixture_teardown = TestCase._fixture_teardown, _rolled_back
