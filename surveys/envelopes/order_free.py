"""Rows whose place in the table says nothing about when they came.

Two tables filled by the same people in the same order could be laid side by side. A random integer key
is, on SQLite, the row's very address, so the table lies in random order; on PostgreSQL the rows are
shuffled each night and at closing (`shuffle`). See docs/adr on the double envelope.
"""

from __future__ import annotations

import random
import secrets
import uuid
from typing import Any

from django.db import connection, models

KEY_SPACE = 2**62


def random_key() -> int:
    return secrets.randbelow(KEY_SPACE) + 1


class OrderFree(models.Model):
    """A row with a random key and no moment of arrival."""

    id = models.BigAutoField(primary_key=True)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is None:
            self.pk = random_key()
            kwargs["force_insert"] = True
        super().save(*args, **kwargs)


def overwrite_deleted() -> None:
    """Let the database overwrite what is deleted from here on, instead of only unlinking it (SQLite)."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def hold(pool: uuid.UUID) -> None:
    """Until the transaction ends, nobody else files, shuffles or clears away in this pool.

    Taking answers and closing share no row that both may lock; on SQLite the immediate transaction is the lock.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(pool)])


def shuffle(rows: models.QuerySet[Any]) -> int:
    """Write all rows anew under new keys and in random order; call it inside a transaction."""
    overwrite_deleted()
    found = list(rows)
    rows.delete()
    random.SystemRandom().shuffle(found)
    for row in found:
        row.pk = random_key()
    rows.model.objects.bulk_create(found)
    return len(found)
