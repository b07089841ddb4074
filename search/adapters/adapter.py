"""What the index asks of a noun: its words, who may find them, and which acts change them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from django.db import models

from search.documents import Document


class Adapter:
    """Between one noun and the index. Subclasses say ``model``, ``kinds`` and ``document``."""

    model: ClassVar[type[models.Model]]
    kinds: ClassVar[frozenset[str]]
    also_touched_by: ClassVar[dict[str, str]] = {}
    """Other nouns whose acts change these words: ledger target → lookup from the noun to it."""

    def everything(self) -> Any:
        """Rows that somebody may find; what nobody may find is never indexed."""
        return self.model._default_manager.all()

    def document(self, row: Any) -> Iterator[Document]:
        """The documents of one row: usually one."""
        raise NotImplementedError

    def documents(self, ids: Iterable[str] | None = None) -> Iterator[Document]:
        rows = self.everything()
        if ids is not None:
            rows = rows.filter(pk__in=list(ids))
        for row in rows.iterator(chunk_size=500):
            yield from self.document(row)

    def visible(self, person: Any, ids: Iterable[str]) -> set[str]:
        """The noun's own word on who may see it: the index is only asked what matches."""
        rows = self.model._default_manager.all().searchable_by(person)  # type: ignore[attr-defined]
        return {str(pk) for pk in rows.filter(pk__in=list(ids)).values_list("pk", flat=True)}

    def touched(self, target_type: str, target_id: str) -> set[str]:
        """Which rows must be read anew after an act upon a target of the ledger."""
        if target_type in self._own_types():
            return {target_id}
        lookup = self.also_touched_by.get(target_type)
        if lookup is None:
            return set()
        rows = self.model._default_manager.filter(**{lookup: target_id})
        return {str(pk) for pk in rows.values_list("pk", flat=True)}

    def _own_types(self) -> set[str]:
        """The model and those that extend it (a room is a forum)."""
        return {
            self.model._meta.label_lower,
            *(child._meta.label_lower for child in self.model.__subclasses__()),
        }
