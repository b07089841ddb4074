"""The database's own refusal to change or delete what people relied on; for migrations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

FUNCTION = """
CREATE OR REPLACE FUNCTION {function}() RETURNS trigger AS $$
BEGIN
    RAISE EXCEPTION '{words}';
END;
$$ LANGUAGE plpgsql;
"""


def never(
    verb: str, *tables: str, words: str, function: str, columns: Sequence[str] = ()
) -> Callable[[Any, BaseDatabaseSchemaEditor], None]:
    """A step of a migration after which the database refuses ``verb`` (UPDATE, DELETE) on the tables, with words.

    With ``columns``, an update that leaves these alone passes. ``function`` names what PostgreSQL calls. A trigger
    already there under the same name is replaced: SQLite loses triggers when a constraint of their table changes, so
    the step may have to be taken again.
    """

    def forbid(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
        on_postgresql = schema_editor.connection.vendor == "postgresql"
        when = f"{verb} OF {', '.join(columns)}" if columns else verb
        if on_postgresql:
            schema_editor.execute(FUNCTION.format(function=function, words=words))
        for table in tables:
            name = f"{table}_no_{verb.lower()}"
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{f' ON {table}' if on_postgresql else ''}")
            act = (
                f"FOR EACH ROW EXECUTE FUNCTION {function}()"
                if on_postgresql
                else f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
            )
            schema_editor.execute(f"CREATE TRIGGER {name} BEFORE {when} ON {table} {act}")

    return forbid
