"""From the collections of Popolo to flat rows: whatever stands inside something else is taken out of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from .documents import collections
from .flat import Named, Party, Post, Row, fill, identifiers, keep, key_and_name, once
from .values import UnreadablePopolo, day, record, records, text

Raw = tuple[str, dict[str, Any], dict[str, str]]
"""A membership not read yet: its place, its properties, and what is known from where it stood."""


class Reading:
    """Everything the files say, with each record once."""

    def __init__(self, files: Iterable[tuple[str, bytes]]) -> None:
        given = collections(files)
        self.source = given.source
        self.organisations: dict[str, Party] = {}
        self.persons: dict[str, Party] = {}
        self.posts: dict[str, Post] = {}
        self.areas: dict[str, Named] = {}
        self.events: dict[str, Named] = {}
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
            *key_and_name(place, row),
            identifiers(place, row),
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
        key = once(self.organisations, party)
        for where, post in records(f"{place}.posts", row.get("posts")):
            self._post(where, post, key)
        for where, child in records(f"{place}.children", _only_records(row.get("children"))):
            self._organisation(where, child, key)
        self._inside(place, row, {"organisation": key})
        return key

    def _person(self, place: str, row: dict[str, Any]) -> str:
        party = Party(place, *key_and_name(place, row), identifiers(place, row))
        key = once(self.persons, party)
        self._inside(place, row, {"person": key})
        return key

    def _post(self, place: str, row: dict[str, Any], organisation: str = "") -> Post:
        if isinstance(row.get("organization"), dict):
            organisation = self._organisation(f"{place}.organization", row["organization"])
        organisation = organisation or text(f"{place}.organization_id", row.get("organization_id"))
        label = text(f"{place}.label", row.get("label")) or text(f"{place}.role", row.get("role"))
        key = text(f"{place}.id", row.get("id"))
        before = self.posts.get(key, ("", "", ""))
        post = (key or label, label or before[1] or key, organisation or before[2])
        if key:
            self.posts[key] = post
        self._inside(place, row, {"post_key": post[0], "post": post[1], "organisation": post[2]})
        return post

    def _area(self, place: str, row: dict[str, Any]) -> Named:
        area = keep(self.areas, place, row)
        self._inside(place, row, {"area_key": area[0], "area": area[1]})
        return area

    def _event(self, place: str, row: dict[str, Any]) -> Named:
        return keep(self.events, place, row)

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
                fill(before, membership)
        return [*found.values(), *nameless]

    def _membership(self, place: str, row: dict[str, Any], known: dict[str, str]) -> Row:
        post_key, post, of_post = self._of_post(place, row)
        area_key, area = self._named(place, row, "area", self.areas, self._area)
        period_key, period = self._period(place, row)
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
            area or known.get("area", ""),
            period,
            day(f"{place}.start_date", row.get("start_date")),
            day(f"{place}.end_date", row.get("end_date")),
            post_key or known.get("post_key", ""),
            area_key or known.get("area_key", ""),
            period_key,
            text(f"{place}.end_reason", row.get("end_reason")),
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

    def _of_post(self, place: str, row: dict[str, Any]) -> Post:
        if row.get("post") is not None:
            return self._post(f"{place}.post", record(f"{place}.post", row["post"]))
        key = text(f"{place}.post_id", row.get("post_id"))
        if key and key not in self.posts:
            raise UnreadablePopolo(
                f"{place}.post_id", _("There is no post “%(id)s” in the file.") % {"id": key}
            )
        return self.posts.get(key, ("", "", ""))

    def _named(self, place: str, row: dict[str, Any], name: str, known: dict[str, Named], read: Any) -> Named:
        """An area or an event; where the file does not have it, its id stands for its name."""
        if isinstance(row.get(name), dict):
            return read(f"{place}.{name}", row[name])
        key = text(f"{place}.{name}_id", row.get(f"{name}_id"))
        return known.get(key, (key, key))

    def _period(self, place: str, row: dict[str, Any]) -> Named:
        names = ("legislative_period", "legislative_session")
        found = (self._named(place, row, name, self.events, self._event) for name in names)
        return next((named for named in found if named[0]), ("", ""))


def _only_records(value: Any) -> Any:
    """Some files name memberships and children by their ids alone; those stand elsewhere in full."""
    return [one for one in value if not isinstance(one, str)] if isinstance(value, list) else value


def _is_person(row: dict[str, Any]) -> bool:
    kind = str(row.get("@type", "")).lower()
    return kind.endswith("person") or (
        not kind and "classification" not in row and "founding_date" not in row
    )
