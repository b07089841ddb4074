"""Shelters, found by name and by how the name is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from disaster.models import Shelter
from portal.foundation import clock
from search.documents import Document

from .adapter import Adapter


class ShelterAdapter(Adapter):
    """The official reading wins over the dictionary's, which is wrong for one name in three."""

    model = Shelter
    kinds = frozenset({"shelter"})

    def everything(self) -> Any:
        return Shelter.objects.prefetch_related("steps")

    def document(self, row: Any) -> Iterator[Document]:
        first = next(iter(row.steps.all()), None)
        yield Document(
            kind="shelter",
            object_id=str(row.pk),
            title=row.name,
            text=" ".join(part for part in (row.district, row.address, row.name_en) if part),
            url=reverse("disaster:mode-light"),
            created_at=first.at if first else clock.now(),
            reading=row.kana,
        )
