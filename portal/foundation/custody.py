"""Keys held by a second custodian: in a database of their own, wrapped by keys of their own.

A pseudonym that stays the same over years must be computed from the person each time, so its key has to live as
long. Whoever holds the town's database must therefore not hold this key too: it rests behind another login
(PostgreSQL: a role that sees no other table; SQLite: another file), wrapped by `CUSTODIAN_KEYS`, which are not among
`SEALING_KEYS`. The key never leaves this module; it answers with marks only.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.utils import ConnectionHandler

TABLE = "custodian_key"


class Destroyed(Exception):
    """The key was destroyed, or never made; no mark can be computed with it any more."""


def is_configured() -> bool:
    return bool(settings.CUSTODIAN_DATABASE and settings.CUSTODIAN_KEYS)


def create(name: str) -> None:
    """Make the key of this name, once."""
    wrapped = base64.b64encode(aes_key_wrap(_wrapping_keys()[0], os.urandom(32))).decode()
    with _cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {TABLE} (name, wrapped) VALUES (%s, %s) ON CONFLICT (name) DO NOTHING",
            [name, wrapped],
        )


def mark(name: str, text: str) -> str:
    """The keyed mark of a text: the same for the same text as long as the key lives, and leading nowhere.

    Raises:
        Destroyed: the key is gone.
    """
    with _cursor() as cursor:
        cursor.execute(f"SELECT wrapped FROM {TABLE} WHERE name = %s", [name])
        row = cursor.fetchone()
    if row is None or not row[0]:
        raise Destroyed(name)
    return hmac.new(_unwrapped(row[0]), text.encode(), hashlib.sha256).hexdigest()


def destroy(name: str) -> None:
    """Set the key to nothing. The name stays, so that no second key of it is ever made."""
    with _cursor() as cursor:
        cursor.execute(f"UPDATE {TABLE} SET wrapped = '' WHERE name = %s", [name])


def rewrap() -> int:
    """Wrap every key anew with the first of CUSTODIAN_KEYS; how many."""
    with _cursor() as cursor:
        cursor.execute(f"SELECT name, wrapped FROM {TABLE} WHERE wrapped <> ''")
        rows = cursor.fetchall()
        for name, wrapped in rows:
            anew = base64.b64encode(aes_key_wrap(_wrapping_keys()[0], _unwrapped(wrapped))).decode()
            cursor.execute(f"UPDATE {TABLE} SET wrapped = %s WHERE name = %s", [anew, name])
    return len(rows)


def _wrapping_keys() -> list[bytes]:
    keys = [base64.b64decode(key) for key in settings.CUSTODIAN_KEYS]
    if not keys or any(len(key) != 32 for key in keys):
        raise ImproperlyConfigured("CUSTODIAN_KEYS needs base64 keys of 32 bytes each")
    return keys


def _unwrapped(wrapped: str) -> bytes:
    for key in _wrapping_keys():
        try:
            return aes_key_unwrap(key, base64.b64decode(wrapped))
        except InvalidUnwrap:
            continue
    raise ImproperlyConfigured("no key in CUSTODIAN_KEYS opens a key of the custodian")


@contextmanager
def _cursor() -> Iterator[Any]:
    """A connection of its own for each question: nothing else of the portal can reach it by an alias."""
    connection = ConnectionHandler({"default": dict(settings.CUSTODIAN_DATABASE)})["default"]
    try:
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("PRAGMA secure_delete = ON")
            cursor.execute(
                f"CREATE TABLE IF NOT EXISTS {TABLE} (name varchar(120) PRIMARY KEY, wrapped text NOT NULL)"
            )
            yield cursor
    finally:
        connection.close()
