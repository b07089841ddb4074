"""The town's ledger: append-only lines, chained by hashes in a second append-only table.

A verb adds its line in its own transaction; ``seal`` chains committed lines later, so verbs do
not queue behind one lock (docs/adr). Triggers of the database refuse changing or deleting rows.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

import structlog
from django.conf import settings
from django.db import models, transaction
from django.utils import translation

from . import clock, page_cache
from .acting import Acting
from .models import AuditEntry, AuditSeal

GENESIS = "0" * 64
LOOK = "residents.personal_data.viewed"
"""Somebody opened sealed words: the one line after which every page says what it said before."""


def record(
    verb: str,
    *,
    by: Acting,
    target: models.Model | None = None,
    reason: str = "",
    from_status: str = "",
    to_status: str = "",
    reference: str = "",
    public: bool = False,
    details: dict[str, Any] | None = None,
) -> AuditEntry:
    """Write one line. ``verb`` is dotted (``governance.rule.abolished``); ``details`` hold no personal data.

    ``public`` lines may be shown to everybody; they carry the target's own words as label.
    """
    if verb != LOOK:
        page_cache.invalidate()
    with translation.override(settings.LANGUAGE_CODE):  # the record is kept in the town's language
        body_name, label = by.body_name, str(target)[:300] if target is not None and public else ""
    return AuditEntry.objects.create(
        at=clock.now(),
        verb=verb,
        person_id=by.person_id,
        body_id=by.body_id,
        body_name=body_name,
        target_type=target._meta.label_lower if target is not None else "",
        target_id=str(target.pk) if target is not None else "",
        target_label=label,
        from_status=from_status,
        to_status=to_status,
        reason=reason,
        reference=reference,
        is_public=public,
        details=details or {},
        request_id=structlog.contextvars.get_contextvars().get("request_id", ""),
    )


def entry_hash(entry: AuditEntry, previous: str) -> str:
    """SHA-256 over the previous hash and every column of the line."""
    row = {f.attname: getattr(entry, f.attname) for f in AuditEntry._meta.concrete_fields}
    row["at"] = entry.at.timestamp()
    text = json.dumps(row, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256((previous + text).encode()).hexdigest()


@transaction.atomic
def seal() -> int:
    """Chain every line not yet chained; returns how many.

    Two at a time cannot fork the chain: a hash may be followed only once, so one of them fails.
    """
    last = AuditSeal.objects.select_for_update().order_by("-id").first()
    previous = last.chain_hash if last else GENESIS
    sealed = AuditSeal.objects.values("entry_id")
    count = 0
    for entry in AuditEntry.objects.exclude(pk__in=sealed).order_by("pk").iterator():
        current = entry_hash(entry, previous)
        AuditSeal.objects.create(entry_id=entry.pk, previous_hash=previous, chain_hash=current)
        previous, count = current, count + 1
    return count


def verify() -> list[int]:
    """The ids of seals whose line is gone or was altered; empty means the ledger is whole."""
    broken: list[int] = []
    previous = GENESIS
    entries = AuditEntry.objects.in_bulk()
    for link in AuditSeal.objects.order_by("id"):
        entry = entries.get(link.entry_id)
        if entry is None or link.previous_hash != previous or entry_hash(entry, previous) != link.chain_hash:
            broken.append(link.pk)
        previous = link.chain_hash
    return broken
