"""What a factory reached once by verbs is put back as rows the next time, if it starts from the very same town.

The verbs themselves are tried by the first call of every worker, and by the tests of their own shelves.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, ParamSpec, TypeVar

from django.apps import apps
from django.db import connection, models
from django.utils import translation

from portal.foundation import clock
from portal.foundation.models import AuditEntry
from tests.databases import Numbers, count_from, numbers

P = ParamSpec("P")
M = TypeVar("M", bound=models.Model | None)
Table = tuple[list[str], dict[Any, tuple[Any, ...]]]  # columns; primary key → row
Statement = tuple[str, list[tuple[Any, ...]]]


@dataclass(frozen=True)
class Kept:
    """What a factory made, and what that did to the database."""

    model: type[models.Model] | None
    pk: Any
    statements: list[Statement]
    counted: Numbers


KEPT: dict[Any, Kept] = {}


def kept(build: Callable[P, M]) -> Callable[P, M]:
    """For a factory that makes one thing or only sets something: same arguments, moment and history, same rows."""

    @functools.wraps(build)
    def again(*args: P.args, **kwargs: P.kwargs) -> M:
        if clock.now() != clock.now():  # runs on: no moment comes twice
            return build(*args, **kwargs)
        key = (build.__module__, build.__name__, repr((args, kwargs)), *_here_and_now())
        if key not in KEPT:
            touched = Touched()
            with connection.execute_wrapper(touched):
                made = build(*args, **kwargs)
            model, pk = (None, None) if made is None else (type(made), made.pk)
            KEPT[key] = Kept(model, pk, list(touched.statements()), numbers())
            return made
        known = KEPT[key]
        with connection.cursor() as cursor:
            for sql, rows in known.statements:
                cursor.executemany(sql, rows)
        count_from(known.counted)
        return known.model._default_manager.get(pk=known.pk) if known.model else None

    return again


def _here_and_now() -> tuple[Any, ...]:
    """The moment, the language, and everything that was done since the town was founded."""
    done = AuditEntry.objects.order_by("-pk").values_list("pk", "verb", "target_id", "person_id")
    return connection.settings_dict["NAME"], clock.now(), translation.get_language(), tuple(done[:400])


WRITING = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM|INSERT OR IGNORE INTO)\s+"?([\w.]+)"?', re.I)


class Touched:
    """Wraps what is sent to the database: keeps the rows of each table as they were before its first change."""

    def __init__(self) -> None:
        self.before: dict[str, Table] = {}

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if writing := WRITING.match(sql):
            table = writing[1]
            if table not in self.before and table in _keys():
                self.before[table] = _rows(table)
        return execute(sql, params, many, context)

    def statements(self) -> Iterator[Statement]:
        """What leads from the rows before to the rows now."""
        for table, before in self.before.items():
            yield from _difference(table, before, _rows(table))


@cache
def _keys() -> dict[str, str]:
    """Tables and their keys; a full-text table follows its own by triggers."""
    return {
        model._meta.db_table: model._meta.pk.column
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and not model._meta.db_table.endswith("_fts")
    }


def _rows(table: str) -> Table:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        columns = [column[0] for column in cursor.description]
        at = columns.index(_keys()[table])
        return columns, {row[at]: tuple(row) for row in cursor.fetchall()}


def _difference(table: str, before: Table, after: Table) -> Iterator[Statement]:
    """Statements that lead from one state of a table to the other."""
    quote = connection.ops.quote_name
    (names, old), (_names, new), pk = before, after, _keys()[table]
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
