"""Django's own SQLite backend, with the answering side's file attached to every connection.

A table's name without a schema is looked for in both files, so that no query has to know where its table lies.
"""

from __future__ import annotations

from typing import Any

from django.db.backends.sqlite3 import base

from .creation import DatabaseCreation
from .files import SCHEMA, answers_file
from .introspection import DatabaseIntrospection

PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "journal_size_limit=27103364")


class DatabaseWrapper(base.DatabaseWrapper):
    """``settings_dict["ANSWERS"]`` names the second file; without, it lies beside the first."""

    creation_class = DatabaseCreation
    introspection_class = DatabaseIntrospection

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        connection.execute(f"ATTACH DATABASE ? AS {SCHEMA}", [answers_file(self.settings_dict)])
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {SCHEMA}.{pragma}")
        return connection
