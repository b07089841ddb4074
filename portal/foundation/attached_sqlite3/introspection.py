"""What Django asks the database about its tables, asked of both files."""

from __future__ import annotations

from typing import Any

from django.db.backends.sqlite3 import introspection

from .files import SCHEMA

BOTH = f"FROM (SELECT * FROM main.sqlite_master UNION ALL SELECT * FROM {SCHEMA}.sqlite_master)"


class _BothFiles:
    """A cursor for which the list of tables is that of both files; everything else SQLite resolves itself."""

    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)

    def execute(self, sql: str, params: Any = None) -> Any:
        return self._cursor.execute(sql.replace("FROM sqlite_master", BOTH), params)


def _both(cursor: Any) -> Any:
    return _BothFiles(cursor)


class DatabaseIntrospection(introspection.DatabaseIntrospection):
    def get_table_list(self, cursor: Any) -> Any:
        return super().get_table_list(_both(cursor))

    def get_table_description(self, cursor: Any, table_name: str) -> Any:
        return super().get_table_description(_both(cursor), table_name)

    def get_constraints(self, cursor: Any, table_name: str) -> Any:
        return super().get_constraints(_both(cursor), table_name)
