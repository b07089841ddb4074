"""Let two logins of PostgreSQL into exactly what they need; run it with the owner's login, after each migrate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from portal.foundation.privileges import Login, grants
from portal.foundation.sides import Side

OWN = (Side.TOWN, Side.ISSUING)
"""Schemas that are the town's alone."""


class Command(BaseCommand):
    help = "Write the privileges of the town's login (web server, worker) and of the answering login; both must exist."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--town", default=settings.TOWN_LOGIN, help="login of web server and worker")
        parser.add_argument(
            "--answering", default=settings.ANSWERING_LOGIN, help="login of the answering process"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if connection.vendor != "postgresql":
            raise CommandError(
                "Logins are a matter of PostgreSQL; on SQLite the two files have owners of their own."
            )
        town, answering = options["town"], options["answering"]
        with transaction.atomic(), connection.cursor() as cursor:
            if trouble := _trouble(cursor, town, answering):
                raise CommandError(trouble)
            quote = connection.ops.quote_name
            for statement in statements(quote(town), quote(answering)):
                cursor.execute(statement)
        self.stdout.write(f"{town} and {answering} hold what they need and nothing more.")


def _trouble(cursor: Any, town: str, answering: str) -> str:
    """Why granting would not keep the two apart, or empty."""
    if not town or not answering or town == answering:
        return "The town and the answering process need two logins: --town and --answering."
    cursor.execute("SELECT rolname, rolsuper FROM pg_roles WHERE rolname IN (%s, %s)", [town, answering])
    known = dict(cursor.fetchall())
    if missing := sorted({town, answering} - known.keys()):
        return f"No such login: {', '.join(missing)}. Create it first (CREATE ROLE … LOGIN PASSWORD …)."
    if any(known.values()):
        return "A superuser cannot be kept out of anything."
    cursor.execute(
        "SELECT r.rolname FROM pg_roles r WHERE r.rolname <> %s AND pg_has_role(%s, r.oid, 'MEMBER')",
        [answering, answering],
    )
    if others := [row[0] for row in cursor.fetchall()]:
        return f"{answering} is a member of {', '.join(others)} and would hold what that one holds."
    cursor.execute("SELECT current_user")
    if cursor.fetchone()[0] == answering:
        return "The answering login must not own the tables."
    return ""


def statements(town: str, answering: str) -> Iterator[str]:
    """First everything is taken away, then given; in one transaction, so that nobody notices."""
    own = ", ".join(OWN)
    yield f"REVOKE ALL ON SCHEMA {own}, {Side.ANSWERING} FROM PUBLIC, {answering}"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA {own}, {Side.ANSWERING} FROM PUBLIC, {answering}"
    yield f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA {own}, {Side.ANSWERING} FROM PUBLIC, {answering}"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA {Side.ANSWERING} FROM {town}"
    yield f"GRANT USAGE ON SCHEMA {own}, {Side.ANSWERING} TO {town}"
    yield f"GRANT USAGE ON SCHEMA {Side.ANSWERING} TO {answering}"
    for schema in OWN:
        yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {town}"
        yield f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {town}"
    for login, role in ((Login.TOWN, town), (Login.ANSWERING, answering)):
        for verbs, table in grants(login):
            yield f"GRANT {verbs} ON {Side.ANSWERING}.{table} TO {role}"
