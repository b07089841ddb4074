"""The demo town, seeded and walked through once for all tests, workers and runs of the same code.

On SQLite the seeded town is a file beside the test databases; whoever needs it works on a copy. Its name tells the
code, the data and the day it was made with, so a stale one is never met. On other databases each module seeds its own
within a transaction.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import pickle
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache as cache_once
from pathlib import Path
from unittest.mock import patch

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client, override_settings

from portal.foundation import paging
from residents import seeds
from residents.accounts.middleware import SESSION_KEY
from residents.models import User
from tests import crawl

BASE = Path(settings.BASE_DIR)
TOWNS = Path(settings.VAR_DIR)
MADE_OF = ("portal", "residents", "disaster", "communities", "surveys", "governance", "home", "search")
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
    if connection.vendor == "sqlite":
        with _copied_town(folder) as grow:
            yield grow
    else:
        with _outside(folder), transaction.atomic():
            call_command("seed_demo", verbosity=0)
            yield lambda: _seed(4)
            transaction.set_rollback(True)
        _WALKS.clear()


@contextmanager
def _copied_town(folder: Path) -> Iterator[Callable[[], None]]:
    usual = connection.settings_dict["NAME"]

    def grow() -> None:
        connection.close()
        shutil.copy(_made(4) / "town.sqlite3", folder / "grown.sqlite3")
        _connect(folder / "grown.sqlite3")

    try:
        made = _made(1)
        shutil.copytree(made / "media", folder / "media")
        shutil.copy(made / "town.sqlite3", folder / "town.sqlite3")
        _connect(folder / "town.sqlite3")
        with _outside(folder):
            yield grow
    finally:
        _connect(usual)


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


def _connect(name: Path | str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = str(name)
    ContentType.objects.clear_cache()
    cache.clear()


def _made(scale: int) -> Path:
    """The folder of a seeded town; made by whoever needs it first, while others wait."""
    kept = TOWNS / f"test_town_{digest()}_{scale}"
    with (TOWNS / "test_town.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            for old in TOWNS.glob(f"test_town_*_{scale}"):
                shutil.rmtree(old)
            _make(kept, scale)
    return kept


def _make(kept: Path, scale: int) -> None:
    usual = connection.settings_dict["NAME"]
    begun = kept.with_suffix(".part")
    shutil.rmtree(begun, ignore_errors=True)
    begun.mkdir()
    smaller = TOWNS / f"{kept.name[:-2]}_1" / "town.sqlite3"
    _copy_database(usual if scale == 1 else smaller, begun / "town.sqlite3")
    try:
        _connect(begun / "town.sqlite3")
        with _outside(begun):
            _seed(scale)
    finally:
        _connect(usual)
    with sqlite3.connect(begun / "town.sqlite3") as whole:
        whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    begun.rename(kept)


def _copy_database(source: Path | str, target: Path) -> None:
    with sqlite3.connect(source) as old, sqlite3.connect(target) as new:
        old.backup(new)


def _seed(scale: int) -> None:
    before = os.environ.get("SEED_SCALE")
    os.environ["SEED_SCALE"] = str(scale)
    try:
        call_command("seed_demo", verbosity=0)
    finally:
        os.environ.pop("SEED_SCALE") if before is None else os.environ.update(SEED_SCALE=before)


_WALKS: dict[str, crawl.Walk] = {}
"""Walks through a town that is not kept on disk; forgotten with it."""


def walked(key: str) -> crawl.Walk:
    """What following links shows one person, and which links are dead; kept beside the town it was seen in."""
    kept = TOWNS / f"test_town_{digest()}_1" / f"walk-{key or 'guest'}.pickle"
    is_kept = connection.vendor == "sqlite"
    if is_kept and kept.exists():
        return pickle.loads(kept.read_bytes())
    if key in _WALKS:
        return _WALKS[key]
    with transaction.atomic():
        found = _walk(client_of(key))
        transaction.set_rollback(True)
    if is_kept:
        part = kept.with_suffix(f".{os.getpid()}")
        part.write_bytes(pickle.dumps(found))
        part.rename(kept)
    else:
        _WALKS[key] = found
    return found


def _walk(client: Client) -> crawl.Walk:
    lists: dict[str, str] = {}
    plain = getting(client)

    def get(path: str) -> tuple[int, str]:
        with patch.object(paging, "_read", wraps=paging._read) as read:
            status, page = plain(path)
        if read.called and status == 200:
            lists.setdefault(path.split("?")[0], read.call_args_list[0].args[1])
        return status, page

    found = crawl.walk(get, also=_also())
    found.lists = lists
    return found


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
