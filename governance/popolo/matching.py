"""Which record of a file is which of ours: by id, by an identifier issued by others, by what it ties together."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from .flat import Party, Row
from .known import BATCH, Counts, Known, keep, put, store
from .models import ExternalIdentifier, ImportedMembership, ImportedOrganisation, Kind
from .values import UnreadablePopolo, apart

UNNAMED = "~"
"""How identifiers of memberships begin that have no id in their file."""
SAID = ("label", "role", "post", "area", "period", "begun", "ended", "end_reason")


def parties(known: Known, found: Iterable[Party]) -> Counts:
    """Organisations or persons: those that are new are added, others brought up to date."""
    found = list(found)
    counts = Counts()
    taken = set(known.by_key.values())
    new, changed, pairs = [], [], []
    for party in found:
        record = _recognised(known, party, taken)
        values = _values(known, party)
        if record is None:
            if not party.name:
                raise UnreadablePopolo(f"{party.place}.name", _("A name is needed."))
            record = known.model(**values)
            new.append(record)
        else:
            taken.add(record.pk)
            put(record, {name: value for name, value in values.items() if value}, changed, counts)
        pairs.append((party, record))
    store(known.model, new, changed)
    counts.new = len(new)
    known.rows.update({record.pk: record for record in new})
    keep(
        identifier
        for party, record in pairs
        for identifier in known.name(party.key, record.pk, party.identifiers)
    )
    _parents(known, pairs)
    return counts


def _recognised(known: Known, party: Party, taken: set[int]) -> Any:
    """By the id of this source; else by an identifier of others, unless this source has another id for it."""
    if party.key in known.by_key:
        return known.rows[known.by_key[party.key]]
    others = (known.issued.get(pair) for pair in party.identifiers)
    return next((known.rows[pk] for pk in others if pk is not None and pk not in taken), None)


def _values(known: Known, party: Party) -> dict[str, Any]:
    if known.kind == Kind.PERSON:
        return {"name": party.name}
    names = ("name", "other_names", "classification", "founded", "dissolved")
    return {name: getattr(party, name) for name in names}


def _parents(known: Known, pairs: Iterable[tuple[Party, Any]]) -> None:
    """What an organisation belongs to; one that the file does not have is left out."""
    moved = []
    for party, record in pairs:
        parent = known.by_key.get(party.parent) if party.parent else None
        if parent is not None and parent not in (record.pk, record.parent_id):
            record.parent_id = parent
            moved.append(record)
    if moved:
        ImportedOrganisation.objects.bulk_update(moved, ["parent"], batch_size=BATCH)


def memberships(rows: Iterable[Row], organisations: Known, persons: Known, source: str) -> Counts:
    """Memberships: found by their id, else by whom they tie together, as what and when."""
    known = Known(Kind.MEMBERSHIP, ImportedMembership, source)
    wanted: dict[str, ImportedMembership] = {}
    for row in rows:
        said = _membership(row, organisations, persons)
        wanted[row.key or _digest(row, said)] = said
    renamed = _nearly_the_same(known, wanted)
    counts, new, changed = Counts(), [], []
    pairs: list[tuple[str, ImportedMembership]] = []
    for key, said in wanted.items():
        pk = known.by_key.get(key) or renamed.get(key)
        if pk is None:
            new.append(said)
            pairs.append((key, said))
            continue
        names = ("organisation_id", "person_id", "member_id", "on_behalf_of_id", *SAID)
        put(known.rows[pk], {name: getattr(said, name) for name in names}, changed, counts)
    store(ImportedMembership, new, changed)
    counts.new = len(new)
    ExternalIdentifier.objects.filter(
        kind=Kind.MEMBERSHIP, scheme=source, record__in=list(renamed.values())
    ).delete()
    pairs += [(key, known.rows[pk]) for key, pk in renamed.items()]
    keep(identifier for key, record in pairs for identifier in known.name(key, record.pk))
    return counts


def _membership(row: Row, organisations: Known, persons: Known) -> ImportedMembership:
    organisation = organisations.record(f"{row.place}.organization_id", row.organisation)
    if organisation is None:
        raise UnreadablePopolo(f"{row.place}.organization_id", _("The membership names no organization."))
    person = persons.record(f"{row.place}.person_id", row.person)
    member = organisations.record(f"{row.place}.member", row.member) if person is None else None
    if person is None and member is None:
        raise UnreadablePopolo(f"{row.place}.person_id", _("The membership names no person."))
    return ImportedMembership(
        organisation=organisation,
        person=person,
        member=member,
        on_behalf_of=organisations.record(f"{row.place}.on_behalf_of_id", row.on_behalf_of),
        **{name: getattr(row, name) for name in SAID},
    )


def _digest(row: Row, said: ImportedMembership) -> str:
    """A name for a membership that has none: who and in which term, as what, and everything else.

    It is made of ids, not of what posts, areas and terms are called, so that they may be renamed.
    """
    who = [said.organisation_id, said.person_id, said.member_id, row.period_key]
    rest = [said.on_behalf_of_id, row.area_key, said.begun]
    parts = (who, [said.role, row.post_key], rest)
    return UNNAMED + "-".join(sha256(json.dumps(part).encode()).hexdigest()[:24] for part in parts)


def _nearly_the_same(known: Known, wanted: dict[str, ImportedMembership]) -> dict[str, int]:
    """Memberships without an id that were corrected at the source: key in this file → our record.

    First those of the same office, then those of the same people in the same term; were there others
    before or after, they are others.
    """
    olds = {key: known.rows[pk] for key, pk in known.by_key.items() if _is_new(key, wanted)}
    news = {key: said for key, said in wanted.items() if _is_new(key, known.by_key)}
    found: dict[str, int] = {}
    for parts in (2, 1):
        left, asked = _alike(olds, parts), _alike(news, parts)
        for alike, rows in asked.items():
            if len(rows) != len(left.get(alike, [])):
                continue
            for (key, said), (old_key, old) in zip(rows, left[alike], strict=True):
                if not apart((said.begun, said.ended), (old.begun, old.ended)):
                    found[key] = old.pk
                    del news[key], olds[old_key]
    return found


def _is_new(key: str, others: Iterable[str]) -> bool:
    return key.startswith(UNNAMED) and key not in others


def _alike(rows: dict[str, Any], parts: int) -> dict[tuple[str, ...], list[tuple[str, Any]]]:
    """By the first parts of their names, each group in the order of its days."""
    groups: dict[tuple[str, ...], list[tuple[str, Any]]] = defaultdict(list)
    for key, row in sorted(rows.items(), key=lambda pair: (pair[1].begun, pair[1].ended, pair[0])):
        groups[tuple(key.split("-")[:parts])].append((key, row))
    return groups
