"""Questions asked at every turn: the ORM writes their SQL once for each kind of database, not at each asking.

For the few that stand behind every page and every act. The conditions stay where they are, in the words of the
querysets; only the writing of the statement, several times as long as the answer takes, is not repeated.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection, models
from django.db.models.expressions import Expression

Statement = tuple[str, tuple[Any, ...]]


class Asked(Expression):
    """A place in a prepared question which each asking fills, such as a day or a person."""

    def __init__(self, name: str, field: models.Field[Any, Any]) -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        return "%s", [self]


class Prepared:
    """A question whose statement is kept; ``build`` makes it with an `Asked` wherever something is asked for."""

    def __init__(self, build: Callable[[], models.QuerySet[Any, Any]]) -> None:
        self._build = build
        self._written: dict[str, Statement] = {}

    def __call__(self, **asked: Any) -> list[tuple[Any, ...]]:
        """The rows, with the columns of ``values_list`` as the database gives them (a truth may be 1 or 0).

        Raises:
            KeyError: something the question asks for was not given.
        """
        sql, parameters = self._statement()
        with connection.cursor() as cursor:
            cursor.execute(sql, [_filled(parameter, asked) for parameter in parameters])
            return cursor.fetchall()

    def _statement(self) -> Statement:
        if connection.vendor not in self._written:
            sql, parameters = self._build().query.get_compiler(connection=connection).as_sql()
            self._written[connection.vendor] = sql, tuple(parameters)
        return self._written[connection.vendor]


def _filled(parameter: Any, asked: dict[str, Any]) -> Any:
    if not isinstance(parameter, Asked):
        return parameter
    return parameter.output_field.get_db_prep_value(asked[parameter.name], connection)
