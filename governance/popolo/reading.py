"""From the collections of Popolo to flat rows: whatever stands inside something else is taken out of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from .documents import collections
from .values import UnreadablePopolo, day, record, records, text


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


Raw = tuple[str, dict[str, Any], dict[str, str]]
"""A membership not read yet: its place, its properties, and what is known from where it stood."""


class Reading:
    """Everything the files say, with each record once."""

    def __init__(self, files: Iterable[tuple[str, bytes]]) -> None:
        given = collections(files)
        self.source = given.source
        self.organisations: dict[str, Party] = {}
        self.persons: dict[str, Party] = {}
        self.posts: dict[str, tuple[str, str]] = {}  # id → its label, key of its organization
        self.areas: dict[str, str] = {}
        self.events: dict[str, str] = {}
        self._raw: list[Raw] = []
        readers = {
            "areas": self._area,
            "events": self._event,
            "organizations": self._organisation,
            "persons": self._person,
            "posts": self._post,
        }
        for collection, read in readers.items():
            for place, row in given.found[collection]:
                read(place, row)
        self._raw += [(place, row, {}) for place, row in given.found["memberships"]]
        self.memberships = self._memberships()

    def _organisation(self, place: str, row: dict[str, Any], parent: str = "") -> str:
        if isinstance(row.get("parent"), dict):
            parent = self._organisation(f"{place}.parent", row["parent"])
        party = Party(
            place,
            *_key_and_name(place, row),
            _identifiers(place, row),
            [
                name
                for p, one in records(f"{place}.other_names", row.get("other_names"))
                if (name := text(f"{p}.name", one.get("name")))
            ],
            text(f"{place}.classification", row.get("classification"), 200),
            parent or text(f"{place}.parent_id", row.get("parent_id")),
            day(f"{place}.founding_date", row.get("founding_date")),
            day(f"{place}.dissolution_date", row.get("dissolution_date")),
        )
        key = _once(self.organisations, party)
        for where, post in records(f"{place}.posts", row.get("posts")):
            self._post(where, post, key)
        for where, child in records(f"{place}.children", _only_records(row.get("children"))):
            self._organisation(where, child, key)
        self._inside(place, row, {"organisation": key})
        return key

    def _person(self, place: str, row: dict[str, Any]) -> str:
        party = Party(place, *_key_and_name(place, row), _identifiers(place, row))
        key = _once(self.persons, party)
        self._inside(place, row, {"person": key})
        return key

    def _post(self, place: str, row: dict[str, Any], organisation: str = "") -> tuple[str, str]:
        """Its label and its organization."""
        if isinstance(row.get("organization"), dict):
            organisation = self._organisation(f"{place}.organization", row["organization"])
        organisation = organisation or text(f"{place}.organization_id", row.get("organization_id"))
        label = text(f"{place}.label", row.get("label")) or text(f"{place}.role", row.get("role"))
        key = text(f"{place}.id", row.get("id"))
        post = (label or key, organisation)
        if key:
            post = self.posts[key] = (
                label or self.posts.get(key, ("", ""))[0] or key,
                organisation or self.posts.get(key, ("", ""))[1],
            )
        self._inside(place, row, {"post": post[0], "organisation": organisation})
        return post

    def _area(self, place: str, row: dict[str, Any]) -> str:
        name = text(f"{place}.name", row.get("name"))
        key = text(f"{place}.id", row.get("id"))
        self.areas[key] = name or self.areas.get(key, "") or key
        self._inside(place, row, {"area": self.areas[key]})
        return self.areas[key]

    def _event(self, place: str, row: dict[str, Any]) -> str:
        key = text(f"{place}.id", row.get("id"))
        self.events[key] = text(f"{place}.name", row.get("name")) or key
        return self.events[key]

    def _inside(self, place: str, row: dict[str, Any], known: dict[str, str]) -> None:
        """Memberships that stand inside the record they belong to."""
        inside = records(f"{place}.memberships", _only_records(row.get("memberships")))
        self._raw += [(where, membership, known) for where, membership in inside]

    def _memberships(self) -> list[Row]:
        found: dict[str, Row] = {}
        nameless: list[Row] = []
        for place, row, known in self._raw:
            membership = self._membership(place, row, known)
            if not membership.key:
                nameless.append(membership)
                continue
            before = found.setdefault(membership.key, membership)
            if before is not membership:
                _fill(before, membership)
        return [*found.values(), *nameless]

    def _membership(self, place: str, row: dict[str, Any], known: dict[str, str]) -> Row:
        post, of_post = self._of_post(place, row)
        found = Row(
            place,
            text(f"{place}.id", row.get("id")),
            self._party(place, row, "organization") or known.get("organisation", "") or of_post,
            self._party(place, row, "person") or known.get("person", ""),
            self._party(place, row, "member"),
            self._party(place, row, "on_behalf_of"),
            text(f"{place}.label", row.get("label")),
            text(f"{place}.role", row.get("role")),
            post or known.get("post", ""),
            self._named(place, row, "area", self.areas, self._area) or known.get("area", ""),
            self._period(place, row),
            day(f"{place}.start_date", row.get("start_date")),
            day(f"{place}.end_date", row.get("end_date")),
        )
        if found.member in self.persons and not found.person:
            found.person, found.member = found.member, ""
        return found

    def _party(self, place: str, row: dict[str, Any], name: str) -> str:
        """The key of whom a membership names, by id or by the record itself."""
        inside = row.get(name)
        if inside is None:
            return text(f"{place}.{name}_id", row.get(f"{name}_id"))
        one = record(f"{place}.{name}", inside)
        is_person = name == "person" or (name == "member" and _is_person(one))
        return (self._person if is_person else self._organisation)(f"{place}.{name}", one)

    def _of_post(self, place: str, row: dict[str, Any]) -> tuple[str, str]:
        if row.get("post") is not None:
            return self._post(f"{place}.post", record(f"{place}.post", row["post"]))
        key = text(f"{place}.post_id", row.get("post_id"))
        if key and key not in self.posts:
            raise UnreadablePopolo(
                f"{place}.post_id", _("There is no post “%(id)s” in the file.") % {"id": key}
            )
        return self.posts.get(key, ("", ""))

    def _named(self, place: str, row: dict[str, Any], name: str, known: dict[str, str], read: Any) -> str:
        """The name of an area or an event; where the file does not have it, its id stands for it."""
        if isinstance(row.get(name), dict):
            return read(f"{place}.{name}", row[name])
        key = text(f"{place}.{name}_id", row.get(f"{name}_id"))
        return known.get(key, key) if key else ""

    def _period(self, place: str, row: dict[str, Any]) -> str:
        names = ("legislative_period", "legislative_session")
        found = (self._named(place, row, name, self.events, self._event) for name in names)
        return next(filter(None, found), "")


def _key_and_name(place: str, row: dict[str, Any]) -> tuple[str, str]:
    """Its id, else what it is called; somebody without an id is told apart by the day of birth."""
    key = text(f"{place}.id", row.get("id"))
    parts = [text(f"{place}.{part}", row.get(part)) for part in ("family_name", "given_name")]
    name = text(f"{place}.name", row.get("name")) or " ".join(filter(None, parts))
    if not name and not key:
        raise UnreadablePopolo(f"{place}.name", _("A name is needed."))
    born = day(f"{place}.birth_date", row.get("birth_date"))
    return key or f"name:{name}:{born}"[:300], name


def _once(known: dict[str, Party], party: Party) -> str:
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


def _fill(before: Row, again: Row) -> None:
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


def _identifiers(place: str, row: dict[str, Any]) -> list[tuple[str, str]]:
    """Identifiers issued by others, with the scheme they belong to."""
    given = records(f"{place}.identifiers", row.get("identifiers"))
    pairs = [
        (text(f"{p}.scheme", one.get("scheme"), 200), text(f"{p}.identifier", one.get("identifier")))
        for p, one in given
    ]
    return [(scheme, identifier) for scheme, identifier in pairs if scheme and identifier]


def _only_records(value: Any) -> Any:
    """Some files name memberships and children by their ids alone; those stand elsewhere in full."""
    return [one for one in value if not isinstance(one, str)] if isinstance(value, list) else value


def _is_person(row: dict[str, Any]) -> bool:
    kind = str(row.get("@type", "")).lower()
    return kind.endswith("person") or (
        not kind and "classification" not in row and "founding_date" not in row
    )
