"""What a factory reached once by verbs is put back as rows the next time, if it starts from the very same town.

The verbs themselves are tried by the first call of every worker, and by the tests of their own shelves.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import Any, ParamSpec, TypeVar

from django.apps import apps
from django.db import connection, models
from django.utils import translation

from portal.foundation import clock
from portal.foundation.models import AuditEntry

P = ParamSpec("P")
M = TypeVar("M", bound=models.Model | None)
Rows = dict[str, dict[Any, tuple[Any, ...]]]  # table → primary key → row
Statement = tuple[str, list[tuple[Any, ...]]]
KEPT: dict[Any, tuple[type[models.Model] | None, Any, list[Statement]]] = {}


def kept(build: Callable[P, M]) -> Callable[P, M]:
    """For a factory that makes one thing or only sets something: same arguments, moment and history, same rows."""

    @functools.wraps(build)
    def again(*args: P.args, **kwargs: P.kwargs) -> M:
        if clock.now() != clock.now():  # runs on: no moment comes twice
            return build(*args, **kwargs)
        key = (build.__module__, build.__name__, repr((args, kwargs)), *_here_and_now())
        if key not in KEPT:
            before = _all_rows()
            made = build(*args, **kwargs)
            changes = list(_difference(before, _all_rows()))
            KEPT[key] = (None, None, changes) if made is None else (type(made), made.pk, changes)
            return made
        model, pk, statements = KEPT[key]
        with connection.cursor() as cursor:
            for sql, rows in statements:
                cursor.executemany(sql, rows)
        return model._default_manager.get(pk=pk) if model else None

    return again


def _here_and_now() -> tuple[Any, ...]:
    """The moment, the language, and everything that was done since the town was founded."""
    done = AuditEntry.objects.order_by("-pk").values_list("pk", "verb", "target_id", "person_id")
    return connection.settings_dict["NAME"], clock.now(), translation.get_language(), tuple(done[:400])


def _tables() -> Iterator[tuple[str, str]]:
    """Tables and their keys; a full-text table follows its own by triggers."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy and not model._meta.db_table.endswith("_fts"):
            yield model._meta.db_table, model._meta.pk.column


def _all_rows() -> Rows:
    found: Rows = {}
    with connection.cursor() as cursor:
        for table, pk in _tables():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            columns = [column[0] for column in cursor.description]
            at = columns.index(pk)
            found[table] = {row[at]: tuple(row) for row in cursor.fetchall()}
            COLUMNS[table] = columns
    return found


COLUMNS: dict[str, list[str]] = {}


def _difference(before: Rows, after: Rows) -> Iterator[Statement]:
    """Statements that lead from one state of the town to the other."""
    quote = connection.ops.quote_name
    for table, pk in _tables():
        old, new = before[table], after[table]
        names = COLUMNS[table]
        gone = [(key,) for key in old if key not in new]
        if gone:
            yield f"DELETE FROM {quote(table)} WHERE {quote(pk)} = %s", gone
        changed = [(*new[key], key) for key in old if key in new and new[key] != old[key]]
        if changed:
            sets = ", ".join(f"{quote(name)} = %s" for name in names)
            yield f"UPDATE {quote(table)} SET {sets} WHERE {quote(pk)} = %s", changed
        added = [row for key, row in new.items() if key not in old]
        if added:
            places = ", ".join(["%s"] * len(names))
            columns = ", ".join(map(quote, names))
            yield f"INSERT INTO {quote(table)} ({columns}) VALUES ({places})", added
