"""Two sides of one town whose tables lie apart: who may answer (issuing), and what was answered (answering).

A model says on which side it stands (``side = Side.ANSWERING``); one that says nothing is the town's own. On
PostgreSQL a side is a schema, to which another login may be let in (`grant_sides`); on SQLite the answering side is
a file of its own, attached to every connection. Names stay as they are: both databases look in all places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class Side(StrEnum):
    """Where a table lies: the name is that of the schema."""

    TOWN = "public"
    ISSUING = "issuing"
    ANSWERING = "answering"


def side_of(model: type[models.Model]) -> Side:
    return getattr(model, "side", Side.TOWN)


def tables_of(*sides: Side) -> list[str]:
    """The tables that stand on these sides, by name."""
    return sorted(
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if side_of(model) in sides and model._meta.managed
    )


def places(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """Which table lies in which schema or file, by what the database itself says."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT tablename, schemaname FROM pg_tables WHERE schemaname = ANY(%s)", [[*map(str, Side)]]
            )
        else:
            cursor.execute(
                "SELECT name, 'main' FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' UNION ALL "
                "SELECT name, 'answering' FROM answering.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            )
        return dict(cursor.fetchall())


def place_of(side: Side, vendor: str) -> str:
    """SQLite has two files only: what is not answering lies in the first."""
    return "main" if vendor == "sqlite" and side != Side.ANSWERING else str(side)


class PutOnSide(Operation):
    """A step of a migration that lays tables where their side is; going back returns them to the town's own.

    To be taken again, on SQLite, after a migration that made a table of the answering side anew, for Django makes
    it in the first file. A table that lies there already stays.
    """

    reduces_to_sql = False

    def __init__(self, side: str, tables: Sequence[str]) -> None:
        self.side, self.tables = side, tables

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Models do not change."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        _put(schema_editor, self.tables, Side(self.side))

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        _put(schema_editor, self.tables, Side.TOWN)

    def describe(self) -> str:
        return f"Put {len(self.tables)} tables on the {self.side} side"

    @property
    def migration_name_fragment(self) -> str:
        return f"{self.side}_apart"


def _put(schema_editor: BaseDatabaseSchemaEditor, tables: Sequence[str], side: Side) -> None:
    connection = schema_editor.connection
    target, lying = place_of(side, connection.vendor), places(connection)
    move = _move_schema if connection.vendor == "postgresql" else _move_file
    with connection.cursor() as cursor:
        for table in tables:
            if lying[table] != target:
                move(cursor, table, lying[table], target)


def _move_schema(cursor: Any, table: str, source: str, target: str) -> None:
    """Indexes, constraints, triggers and sequences go along."""
    cursor.execute(f'CREATE SCHEMA IF NOT EXISTS "{target}"')
    cursor.execute(f'ALTER TABLE "{source}"."{table}" SET SCHEMA "{target}"')


CREATED = re.compile(r"^(CREATE (?:UNIQUE )?(?:TABLE|INDEX|TRIGGER) )", re.IGNORECASE)


def _move_file(cursor: Any, table: str, source: str, target: str) -> None:
    """Made anew in the other file from what SQLite kept of its making, filled, and overwritten where it lay."""
    cursor.execute("PRAGMA secure_delete = ON")
    cursor.execute(
        f"SELECT sql FROM {source}.sqlite_master WHERE tbl_name = %s AND sql IS NOT NULL "
        "ORDER BY type = 'trigger', type = 'index'",
        [table],
    )
    making, *further = [in_schema(row[0], target) for row in cursor.fetchall()]
    cursor.execute(f"PRAGMA {source}.table_info('{table}')")
    columns = ", ".join(f'"{row[1]}"' for row in cursor.fetchall())
    cursor.execute(making)
    cursor.execute(f'INSERT INTO {target}."{table}" ({columns}) SELECT {columns} FROM {source}."{table}"')
    cursor.execute(f'DROP TABLE {source}."{table}"')
    for sql in further:
        cursor.execute(sql)


def in_schema(sql: str, schema: str) -> str:
    """A statement as SQLite keeps it, for another of its files."""
    return CREATED.sub(rf"\g<1>{schema}.", sql, count=1)
