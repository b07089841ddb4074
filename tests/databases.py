"""Whole databases copied, finished and dropped: files on SQLite, templates on PostgreSQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection


def copy_database(source: str, target: str) -> None:
    """An exact copy under another name; whatever stood there goes."""
    drop_database(target)
    if connection.vendor == "sqlite":
        with sqlite3.connect(source) as old, sqlite3.connect(target) as new:
            old.backup(new)
        return
    connection.close()  # nobody may be connected to a template
    with _server() as cursor:
        cursor.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')


def drop_database(name: str) -> None:
    if connection.vendor == "sqlite":
        for end in ("", "-wal", "-shm"):
            Path(name + end).unlink(missing_ok=True)
        return
    with _server() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def has_database(name: str) -> bool:
    if connection.vendor == "sqlite":
        return Path(name).exists()
    with _server() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return cursor.fetchone() is not None


def finish_database(name: str, final: str) -> None:
    """Put away what the writing left beside a file, or give a database its name."""
    if connection.vendor == "sqlite":
        with sqlite3.connect(name) as whole:
            whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return
    with _server() as cursor:
        cursor.execute(f'ALTER DATABASE "{name}" RENAME TO "{final}"')


@contextmanager
def _server() -> Iterator[Any]:
    """Outside every database of ours, and outside every transaction."""
    with connection._nodb_cursor() as cursor:
        yield cursor
