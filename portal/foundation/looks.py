"""Looking at sealed words: many of one matter at one time, and who is told that somebody looked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction

from . import audit
from .acting import Acting
from .models import AuditEntry
from .opened_words import OpenedWords
from .sealing import Sealed, opened_together


def look(envelopes: Iterable[Sealed], *, by: Acting, matter: models.Model, reason: str) -> list[str]:
    """Open what belongs to one matter, in the order given; one look is one line, which names the matter and how many.

    For a page that shows them together. A list of different matters opens nothing.
    """
    found = list(envelopes)
    filled = [one for one in found if one]
    if filled:
        details = {"fields": sorted({one.name for one in filled}), "envelopes": len(filled)}
        note_look(filled, by=by, matter=matter, reason=reason, details=details)
    return opened_together(found)


@transaction.atomic(savepoint=False)
def note_look(
    envelopes: Iterable[Sealed], *, by: Acting, matter: models.Model, reason: str, details: dict[str, Any]
) -> None:
    """One line in the ledger, and whose words it opened: whoever gave them reads it in their record."""
    entry = audit.record(
        "residents.personal_data.viewed", by=by, target=matter, reason=reason, details=details
    )
    givers = {envelope.given_by for envelope in envelopes} - {"", by.person_id}
    OpenedWords.objects.bulk_create(
        OpenedWords(entry_id=entry.pk, person_id=giver) for giver in sorted(givers)
    )


def looks_at(person_id: str) -> models.QuerySet[AuditEntry]:
    """Who opened what this person gave under seal, the latest first."""
    lines = OpenedWords.objects.filter(person_id=person_id).values("entry_id")
    return AuditEntry.objects.filter(pk__in=lines).order_by("-pk")


def once_a_page(lines: Iterable[AuditEntry]) -> list[AuditEntry]:
    """Of the looks that one page took for one reason the latest; what was looked at without a page stays as it is."""
    kept: dict[tuple[Any, str], AuditEntry] = {}
    for line in lines:
        kept.setdefault((line.request_id or line.pk, line.reason), line)
    return list(kept.values())
