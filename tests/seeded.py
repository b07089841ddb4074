"""The demo town, seeded and walked through once for all tests, workers and runs of the same code.

The seeded town is a database beside the test databases (on SQLite a file); whoever needs it works on a copy. Its name
tells the checkout, the code, the data and the day it was made with, so neither a stale one is met nor another's.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import pickle
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from functools import cache as cache_once
from pathlib import Path
from unittest.mock import patch

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, reset_queries, transaction
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from portal.foundation import paging
from residents import seeds
from residents.accounts.middleware import SESSION_KEY
from residents.models import User
from tests import crawl
from tests.databases import copy_database, drop_database, drop_databases, finish_database, has_database

BASE = Path(settings.BASE_DIR)
TOWNS = Path(settings.VAR_DIR)
MADE_OF = ("portal", "residents", "disaster", "communities", "surveys", "governance", "home", "search")
SEE_MOST = {"", "resident_12", "chair", "secretary", "it_staff", "mayor"}
"""They try two links of each kind; everybody else, who sees what these see and a little of their own, tries one."""
ALSO = ("templates", "locale", "requirements.txt", "tests/seeded.py", "tests/crawl.py", "tests/conftest.py")


@cache_once
def digest() -> str:
    """Changes with everything the town is made of, and with the day."""
    found = hashlib.sha256(date.today().isoformat().encode())
    for top in (*MADE_OF, *ALSO):
        path = BASE / top
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and file.suffix not in (".pyc", ".mo"):
                found.update(str(file.relative_to(BASE)).encode() + file.read_bytes())
    return found.hexdigest()[:12]


def _prefix() -> str:
    """How the towns of this checkout begin: a database server may be shared with another one of the same code."""
    return f"test_town_{connection.vendor}_{hashlib.sha256(str(BASE).encode()).hexdigest()[:8]}_"


def _is_sqlite() -> bool:
    return connection.vendor == "sqlite"


def client_of(key: str = "") -> Client:
    """A plain client logged in as a demo person (``""``: a guest), acting for their first body."""
    client = Client()
    if key:
        person = User.objects.get(email=seeds.address(key))
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        membership = person.memberships.in_force().order_by("from_on", "pk").first()
        if membership is not None:
            session = client.session
            session[SESSION_KEY] = membership.body_id
            session.save()
    return client


@contextmanager
def town(folder: Path) -> Iterator[Callable[[], None]]:
    """The demo town as ``make run`` shows it; calling what is yielded lets it grow to four times its size."""
    usual = connection.settings_dict["NAME"]
    copied: list[str] = []

    def live_in(scale: int) -> None:
        name = str(folder / f"{scale}.sqlite3") if _is_sqlite() else f"{usual}_town_{scale}"
        copy_database(_database(_made(scale)), name)
        copied.append(name)
        _connect(name)

    try:
        shutil.copytree(_made(1) / "media", folder / "media")
        live_in(1)
        with _outside(folder):
            yield lambda: live_in(4)
    finally:
        _connect(usual)
        for name in copied:
            drop_database(name)


@contextmanager
def _outside(folder: Path) -> Iterator[None]:
    """What a town writes beside its database."""
    (folder / "media").mkdir(exist_ok=True)
    files = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": folder / "media"},
    }
    with override_settings(
        VAR_DIR=folder, SNAPSHOT_DIR=folder / "snapshot", STORAGES={**settings.STORAGES, "default": files}
    ):
        yield


def _connect(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
    ContentType.objects.clear_cache()
    cache.clear()


def _made(scale: int) -> Path:
    """The folder of a seeded town; made by whoever needs it first, while others wait."""
    kept = TOWNS / f"{_prefix()}{digest()}_{scale}"
    with (TOWNS / "test_town.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists() or not has_database(_database(kept)):
            _forget(scale)
            _make(kept, scale)
    return kept


def _forget(scale: int) -> None:
    """Towns of earlier code or days, also those of which only one half was left."""
    if scale == 1 and not _is_sqlite():
        drop_databases(_prefix())
    for old in TOWNS.glob(f"test_town_{connection.vendor}_*_{scale}"):
        drop_database(_database(old))
        shutil.rmtree(old)


def _database(kept: Path) -> str:
    return str(kept / "town.sqlite3") if _is_sqlite() else kept.name


def _make(kept: Path, scale: int) -> None:
    usual = connection.settings_dict["NAME"]
    begun = kept.with_name(f"{kept.name}_part")
    shutil.rmtree(begun, ignore_errors=True)
    begun.mkdir()
    copy_database(usual if scale == 1 else _database(_smaller(kept)), _database(begun))
    try:
        _connect(_database(begun))
        with _outside(begun):
            _seed(scale)
    finally:
        _connect(usual)
    finish_database(_database(begun), kept.name)
    begun.rename(kept)


def _smaller(kept: Path) -> Path:
    return kept.with_name(f"{kept.name.rsplit('_', 1)[0]}_1")


def _seed(scale: int) -> None:
    before = os.environ.get("SEED_SCALE")
    os.environ["SEED_SCALE"] = str(scale)
    try:
        call_command("seed_demo", verbosity=0)
    finally:
        os.environ.pop("SEED_SCALE") if before is None else os.environ.update(SEED_SCALE=before)


def walked(key: str) -> crawl.Walk:
    """What following links shows one person, and which links are dead; kept beside the town it was seen in."""
    kept = _made(1) / f"walk-{key or 'guest'}.pickle"
    with kept.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if kept.exists():
            return pickle.loads(kept.read_bytes())
        with transaction.atomic():
            found = _walk(client_of(key), crawl.TRIED if key in SEE_MOST else 1)
            transaction.set_rollback(True)
        part = kept.with_suffix(".part")
        part.write_bytes(pickle.dumps(found))
        part.rename(kept)
    return found


def _walk(client: Client, tried: int) -> crawl.Walk:
    lists: dict[str, str] = {}
    queries: dict[str, int] = {}
    plain = getting(client)

    def get(path: str) -> tuple[int, str]:
        kind = crawl.page_type(path)
        counting = nullcontext([]) if kind in queries else counted_queries()
        with patch.object(paging, "_read", wraps=paging._read) as read, counting as asked:
            status, page = plain(path)
        if read.called and status == 200:
            lists.setdefault(path.split("?")[0], read.call_args_list[0].args[1])
        if status == 200 and page:
            queries.setdefault(kind, len(asked))
        return status, page

    found = crawl.walk(get, also=_also(), tried=tried)
    found.lists, found.queries = lists, queries
    return found


def counted_queries() -> CaptureQueriesContext:
    """The queries of a page; the log holds only so many, and would count nothing once it is full."""
    reset_queries()
    return CaptureQueriesContext(connection)


def getting(client: Client) -> crawl.Get:
    """How a walk asks a client for a page."""

    def get(path: str) -> tuple[int, str]:
        answer = client.get(path)
        is_page = "text/html" in answer.get("Content-Type", "")
        return answer.status_code, answer.content.decode() if is_page else ""

    return get


def _also() -> list[str]:
    """Pages looked at one by one, for what they link to differs by their status."""
    from governance.models import Proposal

    return [proposal.get_absolute_url() for proposal in Proposal.objects.all()]
