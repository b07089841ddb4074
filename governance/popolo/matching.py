"""Which record of a file is which of ours: by id, by an identifier issued by others, by what it ties together."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from .known import BATCH, Counts, Known, keep, put, store
from .models import ExternalIdentifier, ImportedMembership, ImportedOrganisation, Kind
from .reading import Party, Row
from .values import UnreadablePopolo, apart

UNNAMED = "~"
"""How identifiers of memberships begin that have no id in their file."""
SAID = ("label", "role", "post", "area", "period", "begun", "ended")


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
        wanted[row.key or _digest(said)] = said
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


def _digest(said: ImportedMembership) -> str:
    """A name for a membership that has none: whom it ties together, as what, for whom and since when."""
    ties = [said.organisation_id, said.person_id, said.member_id, said.on_behalf_of_id]
    ties += [said.role, said.post, said.area, said.period, said.begun]
    return UNNAMED + sha256(json.dumps(ties).encode()).hexdigest()[:40]


def _nearly_the_same(known: Known, wanted: dict[str, ImportedMembership]) -> dict[str, int]:
    """Memberships without an id whose days or party were corrected: key in this file → our record.

    The same people in the same office and term; were there others before or after, they are others.
    """
    left: dict[tuple[Any, ...], list[tuple[str, Any]]] = defaultdict(list)
    asked: dict[tuple[Any, ...], list[tuple[str, Any]]] = defaultdict(list)
    for key, pk in known.by_key.items():
        if key.startswith(UNNAMED) and key not in wanted:
            left[_office(known.rows[pk])].append((key, known.rows[pk]))
    for key, said in wanted.items():
        if key.startswith(UNNAMED) and key not in known.by_key:
            asked[_office(said)].append((key, said))
    found: dict[str, int] = {}
    for office, news in asked.items():
        olds = left.get(office, [])
        if len(olds) != len(news):
            continue
        in_order = [sorted(rows, key=lambda pair: (pair[1].begun, pair[1].ended)) for rows in (news, olds)]
        for (key, said), (_key, old) in zip(*in_order, strict=True):
            if not apart((said.begun, said.ended), (old.begun, old.ended)):
                found[key] = old.pk
    return found


def _office(row: ImportedMembership) -> tuple[Any, ...]:
    return row.organisation_id, row.person_id, row.member_id, row.role, row.post, row.period
