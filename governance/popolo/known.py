"""The records taken in before, by the ids of their sources, and how new and changed ones are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from .models import ExternalIdentifier, Kind
from .values import UnreadablePopolo

BATCH = 500


@dataclass
class Counts:
    """How many records of a kind were new, changed, or as they were."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


class Known:
    """The records of one kind, by the ids one source gives them."""

    def __init__(self, kind: Kind, model: type[models.Model], source: str) -> None:
        self.kind, self.model, self.source = kind, model, source
        mine = ExternalIdentifier.objects.filter(kind=kind, scheme=source)
        self.by_key: dict[str, int] = dict(mine.values_list("identifier", "record"))
        self.rows: dict[int, Any] = {row.pk: row for row in model._default_manager.all()}
        issued = ExternalIdentifier.objects.filter(kind=kind).exclude(scheme=source)
        self.issued = {
            (scheme, i): record for scheme, i, record in issued.values_list("scheme", "identifier", "record")
        }

    def name(self, key: str, record: int, issued: Iterable[tuple[str, str]] = ()) -> list[ExternalIdentifier]:
        """The identifiers to be kept for a record, without those that are kept already."""
        found = []
        if key not in self.by_key:
            self.by_key[key] = record
            found.append((self.source, key))
        for pair in issued:
            if pair not in self.issued and pair[0] != self.source:
                self.issued[pair] = record
                found.append(pair)
        return [
            ExternalIdentifier(scheme=scheme, kind=self.kind, identifier=identifier, record=record)
            for scheme, identifier in found
        ]

    def record(self, place: str, key: str) -> Any:
        """The record a reference names, ``None`` where there is no reference."""
        if not key:
            return None
        if key not in self.by_key:
            words = {
                Kind.PERSON: _("There is no person “%(id)s” in the file."),
                Kind.ORGANISATION: _("There is no organization “%(id)s” in the file."),
            }
            raise UnreadablePopolo(place, words[self.kind] % {"id": key})
        return self.rows[self.by_key[key]]


def put(record: Any, values: dict[str, Any], changed: list[Any], counts: Counts) -> None:
    different = {name: value for name, value in values.items() if getattr(record, name) != value}
    for name, value in different.items():
        setattr(record, name, value)
    if different:
        changed.append(record)
        counts.changed += 1
    else:
        counts.unchanged += 1


def store(model: type[models.Model], new: list[Any], changed: list[Any]) -> None:
    model._default_manager.bulk_create(new, batch_size=BATCH)
    if changed:
        fields = [field.name for field in model._meta.concrete_fields if not field.primary_key]
        model._default_manager.bulk_update(changed, fields, batch_size=BATCH)


def keep(identifiers: Iterable[ExternalIdentifier]) -> None:
    ExternalIdentifier.objects.bulk_create(list(identifiers), batch_size=BATCH)
