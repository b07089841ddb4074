"""What committees invite people to, from the announcement to the report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from governance.events.lifecycle import EventStatus
from governance.models import CommitteeEvent
from search.documents import Document

from .adapter import Adapter


class EventAdapter(Adapter):
    """催し・オフ会, once announced. Who signed up is no word of theirs."""

    model = CommitteeEvent
    kinds = frozenset({"event"})

    def everything(self) -> Any:
        return CommitteeEvent.objects.searchable_by(None).select_related("body", "kind")

    def document(self, row: Any) -> Iterator[Document]:
        words = [str(row.kind), row.about, row.place, row.report]
        yield Document(
            kind="event",
            object_id=str(row.pk),
            title=row.title,
            text="\n".join(part for part in words if part),
            url=row.get_absolute_url(),
            created_at=row.announced_at,
            label="cancelled" if row.status == EventStatus.CANCELLED else "",
        )
