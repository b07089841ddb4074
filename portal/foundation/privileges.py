"""What the two logins of PostgreSQL may do on the answering side, table by table: the least that suffices.

Rooms say it for their own tables (``surveys/privileges.py``); `grant_sides` writes it into the database, and
`document` into the manual. On the town's own tables and the issuing side the answering login may do nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from django.db import models

from .sides import Side, side_of


class Login(StrEnum):
    TOWN = "town"
    ANSWERING = "answering"


Verbs = Mapping[str, tuple[str, ...]]
"""Verb → columns it is confined to; none means the whole table."""


@dataclass(frozen=True)
class Privilege:
    """One table of the answering side: what each login may do, and what for."""

    model: type[models.Model]
    town: Verbs
    answering: Verbs
    reason: str
    held_by: Mapping[Login, Verbs] = field(init=False)

    def __post_init__(self) -> None:
        held = {Login.TOWN: self.town, Login.ANSWERING: self.answering}
        object.__setattr__(self, "held_by", held)

    @property
    def table(self) -> str:
        return self.model._meta.db_table


DECLARED: dict[str, Privilege] = {}


def declare(
    model: type[models.Model], *, town: Verbs | str, answering: Verbs | str, reason: str
) -> Privilege:
    """State once, beside the models, what the logins need; ``"SELECT INSERT"`` means whole tables."""
    assert side_of(model) == Side.ANSWERING, f"{model} does not stand on the answering side"
    found = Privilege(model, _verbs(town), _verbs(answering), reason)
    DECLARED[found.table] = found
    return found


def _verbs(said: Verbs | str) -> Verbs:
    return {verb: () for verb in said.split()} if isinstance(said, str) else dict(said)


def grants(login: Login) -> Iterator[tuple[str, str]]:
    """What to grant on which table, in SQL."""
    for table, privilege in sorted(DECLARED.items()):
        verbs = privilege.held_by[login]
        if verbs:
            yield ", ".join(words(verb, columns) for verb, columns in verbs.items()), table


def words(verb: str, columns: tuple[str, ...]) -> str:
    return f"{verb} ({', '.join(columns)})" if columns else verb


def said(privilege: Privilege, login: Login) -> str:
    """For the manual."""
    verbs = privilege.held_by[login]
    return ", ".join(words(verb, columns) for verb, columns in verbs.items()) or "–"
