"""Rows as the reader gives them, each once: who, what, and who belonged to what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from .values import UnreadablePopolo, records, text


@dataclass
class Party:
    """A person or an organization as the file has it; days and the rest only of organizations."""

    place: str
    key: str
    name: str
    identifiers: list[tuple[str, str]]
    other_names: list[str] = field(default_factory=list)
    classification: str = ""
    parent: str = ""
    founded: str = ""
    dissolved: str = ""


@dataclass
class Row:
    """A membership: keys of whom it ties together, and what is said of it."""

    place: str
    key: str
    organisation: str = ""
    person: str = ""
    member: str = ""
    on_behalf_of: str = ""
    label: str = ""
    role: str = ""
    post: str = ""
    area: str = ""
    period: str = ""
    begun: str = ""
    ended: str = ""
    post_key: str = ""
    area_key: str = ""
    period_key: str = ""
    end_reason: str = ""


Named = tuple[str, str]
"""An area or an event: its key, and what it is called."""
Post = tuple[str, str, str]
"""A post: its key, what it is called, the key of its organization."""


def keep(known: dict[str, Named], place: str, row: dict[str, Any]) -> Named:
    name, key = text(f"{place}.name", row.get("name")), text(f"{place}.id", row.get("id"))
    before = known.get(key, ("", ""))
    found = (key or name, name or before[1] or key)
    if key:
        known[key] = found
    return found


def key_and_name(place: str, row: dict[str, Any]) -> tuple[str, str]:
    """Its id, else what it is called; somebody without an id is told apart by the day of birth."""
    key = text(f"{place}.id", row.get("id"))
    parts = [text(f"{place}.{part}", row.get(part)) for part in ("family_name", "given_name")]
    name = text(f"{place}.name", row.get("name")) or " ".join(filter(None, parts))
    if not name and not key:
        raise UnreadablePopolo(f"{place}.name", _("A name is needed."))
    return key or f"name:{name}:{row.get('birth_date') or ''}"[:300], name


def once(known: dict[str, Party], party: Party) -> str:
    """Later mentions only add what is missing; a second name under one id is a mistake of the file."""
    before = known.setdefault(party.key, party)
    if before is not party:
        if before.name and party.name and before.name != party.name:
            raise UnreadablePopolo(
                f"{party.place}.id",
                _("“%(id)s” is “%(one)s” in one place and “%(other)s” here.")
                % {"id": party.key, "one": before.name, "other": party.name},
            )
        for name in (
            "name",
            "other_names",
            "identifiers",
            "classification",
            "parent",
            "founded",
            "dissolved",
        ):
            setattr(before, name, getattr(before, name) or getattr(party, name))
    return party.key


def fill(before: Row, again: Row) -> None:
    """The same membership, seen from another record it stands in."""
    for name, value in vars(again).items():
        if name == "place" or not value:
            continue
        if getattr(before, name) and getattr(before, name) != value:
            raise UnreadablePopolo(
                f"{again.place}.id",
                _("The membership “%(id)s” stands in the file twice with different values.")
                % {"id": again.key},
            )
        setattr(before, name, value)


def identifiers(place: str, row: dict[str, Any]) -> list[tuple[str, str]]:
    """Identifiers issued by others, with the scheme they belong to."""
    given = records(f"{place}.identifiers", row.get("identifiers"))
    pairs = [
        (text(f"{p}.scheme", one.get("scheme"), 200), text(f"{p}.identifier", one.get("identifier")))
        for p, one in given
    ]
    return [(scheme, identifier) for scheme, identifier in pairs if scheme and identifier]
