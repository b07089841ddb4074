"""Whole databases copied, finished and dropped: two files on SQLite, templates on PostgreSQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection

from portal.foundation.attached_sqlite3.files import beside


def copy_database(source: str, target: str) -> None:
    """An exact copy under another name; whatever stood there goes."""
    drop_database(target)
    if connection.vendor == "sqlite":
        for one, other in ((source, target), (beside(source), beside(target))):
            with sqlite3.connect(one) as old, sqlite3.connect(other) as new:
                old.backup(new)
        return
    connection.close()  # nobody may be connected to a template
    with _server() as cursor:
        cursor.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')


def drop_database(name: str) -> None:
    if connection.vendor == "sqlite":
        for file in (name, beside(name)):
            for end in ("", "-wal", "-shm"):
                Path(file + end).unlink(missing_ok=True)
        return
    with _server() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def has_database(name: str) -> bool:
    if connection.vendor == "sqlite":
        return Path(name).exists() and Path(beside(name)).exists()
    with _server() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return cursor.fetchone() is not None


def drop_databases(beginning: str) -> None:
    """Drop what a database server holds under names that begin so."""
    with _server() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [beginning])
        names = [name for (name,) in cursor.fetchall()]
    for name in names:
        drop_database(name)


def finish_database(name: str, final: str) -> None:
    """Put away what the writing left beside a file, or give a database its name."""
    if connection.vendor == "sqlite":
        for file in (name, beside(name)):
            with sqlite3.connect(file) as whole:
                whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return
    drop_database(final)  # the server may still have one whose folder is gone
    with _server() as cursor:
        cursor.execute(f'ALTER DATABASE "{name}" RENAME TO "{final}"')


Numbers = dict[str, int | None]
"""sequence → the number it gave last; None before the first."""


def numbers() -> Numbers:
    """How far the sequences of a PostgreSQL database have counted; SQLite counts the rows it has."""
    if connection.vendor == "sqlite":
        return {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT format('%I.%I', schemaname, sequencename), last_value FROM pg_sequences")
        return dict(cursor.fetchall())


def count_from(wanted: Numbers) -> None:
    """Let sequences go on from there; no rollback does it."""
    now = numbers() if wanted else {}
    moved = [(name, last or 1, last is not None) for name, last in wanted.items() if now.get(name) != last]
    if moved:
        with connection.cursor() as cursor:
            calls = ", ".join(["setval(%s::regclass, %s, %s)"] * len(moved))
            cursor.execute(f"SELECT {calls}", [part for sequence in moved for part in sequence])


@contextmanager
def _server() -> Iterator[Any]:
    """Outside every database of ours, and outside every transaction."""
    with connection._nodb_cursor() as cursor:
        yield cursor
