"""The collections of Popolo files: one document, one list for each collection, or a single record."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from django.utils.translation import gettext as _

from .values import UnreadablePopolo, record, records, text

COLLECTIONS = ("persons", "organizations", "memberships", "posts", "areas", "events")
ALSO = {"people": "persons", "organisations": "organizations"}
MARKS = {
    "memberships": {"person_id", "person", "member", "member_id", "on_behalf_of_id", "on_behalf_of"},
    "persons": {
        "family_name",
        "given_name",
        "sort_name",
        "birth_date",
        "gender",
        "email",
        "honorific_prefix",
    },
    "events": {"attendees", "location", "status"},
    "areas": {"identifier", "geometry", "organizations"},
    "organizations": {"classification", "founding_date", "dissolution_date", "parent_id", "posts", "seats"},
    "posts": {"label", "other_label"},
}
"""Properties that only records of one collection have, the surest first."""


@dataclass
class Collections:
    """What the files hold, each record with its place."""

    found: dict[str, list[tuple[str, dict[str, Any]]]] = field(
        default_factory=lambda: {name: [] for name in COLLECTIONS}
    )
    source: str = ""

    def take(self, collection: str, rows: Iterable[tuple[str, dict[str, Any]]]) -> None:
        self.found[collection] += rows


def collections(files: Iterable[tuple[str, bytes]]) -> Collections:
    """Read files, given with their names."""
    files = list(files)
    result = Collections()
    for name, content in files:
        _read(result, name, _parsed(name, content), f"{name}: " if len(files) > 1 else "")
    if not any(result.found.values()):
        raise UnreadablePopolo(
            ", ".join(name for name, _content in files),
            _("The file holds no persons, organizations or memberships."),
        )
    return result


def _parsed(name: str, content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        place = _("%(file)s, byte %(at)s") % {"file": name, "at": error.start}
        raise UnreadablePopolo(place, _("The file is not written in UTF-8.")) from error
    except json.JSONDecodeError as error:
        place = _("%(file)s, line %(line)s, column %(column)s") % {
            "file": name,
            "line": error.lineno,
            "column": error.colno,
        }
        raise UnreadablePopolo(place, _("The file is no JSON here: %(why)s") % {"why": error.msg}) from error
    except RecursionError as error:
        raise UnreadablePopolo(name, _("The file is nested too deeply.")) from error


def _read(result: Collections, name: str, data: Any, before: str) -> None:
    if isinstance(data, list):
        rows = records(f"{before}", data) if before else records(PurePath(name).name, data)
        if rows:
            result.take(_named(name) or _shape(*rows[0]), rows)
        return
    whole = record(before or name, data)
    given = {ALSO.get(key, key): (key, value) for key, value in whole.items()}
    if whole.keys() & {"id", "name", "label", "role", *MARKS["memberships"]} or not given.keys() & set(
        COLLECTIONS
    ):
        result.take(_named(name) or _shape(PurePath(name).name, whole), [(PurePath(name).name, whole)])
        return
    for collection in COLLECTIONS:
        if collection in given:
            key, value = given[collection]
            result.take(collection, records(f"{before}{key}", value))
    result.source = result.source or _source(whole.get("meta"))


def _source(meta: Any) -> str:
    """Where the file says that it comes from."""
    if not isinstance(meta, dict):
        return ""
    named = [meta.get("source"), *(meta["sources"] if isinstance(meta.get("sources"), list) else [])]
    urls = [one.get("url") if isinstance(one, dict) else one for one in named]
    return next((text("meta", url, 200) for url in urls if isinstance(url, str) and url), "")


def _named(name: str) -> str:
    stem = PurePath(name).stem.lower()
    stem = ALSO.get(stem, stem if stem.endswith("s") else f"{stem}s")
    return stem if stem in COLLECTIONS else ""


def _shape(place: str, row: dict[str, Any]) -> str:
    """By properties of its own; else by what the memberships inside it leave to be said."""
    for collection, marks in MARKS.items():
        if marks & row.keys():
            return collection
    for _where, inside in records(place, row.get("memberships")):
        return "persons" if inside.keys() & {"organization_id", "organization"} else "organizations"
    raise UnreadablePopolo(
        place,
        _("It cannot be seen what this is. Name the file after its collection, for example persons.json."),
    )
