"""Keeping the index in step with the town: by reading its ledger, never by being called from below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils import translation
from wagtail.models import PageLogEntry

from portal.foundation.models import AuditEntry

from . import tokens
from .adapters import ADAPTERS, Adapter
from .documents import Document
from .models import Entry, IndexState

OVERLAP = 500
"""Ledger lines read again: one written early may be committed late."""


@transaction.atomic
def rebuild() -> int:
    """Index everything anew; needed once, after a change of the dictionary, and after bulk imports."""
    state = _state()
    ledger, pages = _newest_lines(), _newest_page_line()
    Entry.objects.all().delete()
    count = sum(_write(adapter.documents()) for adapter in ADAPTERS)
    state.ledger_seen, state.pages_seen, state.dictionary = ledger, pages, tokens.dictionary_version()
    state.save()
    return count


@transaction.atomic
def refresh() -> int:
    """Index anew whatever the ledger says was acted upon since the last time; returns how many nouns."""
    state = _state()
    if state.dictionary != tokens.dictionary_version():
        call_command("update_index", verbosity=0)  # Wagtail's own index holds the same tokens
        return rebuild()
    ledger, pages = _newest_lines(), _newest_page_line()
    targets = _targets_since(state)
    count = sum(_reindex(adapter, _touched(adapter, targets)) for adapter in ADAPTERS)
    if (state.ledger_seen, state.pages_seen) != (ledger, pages):
        state.ledger_seen, state.pages_seen = ledger, pages
        state.save()
    return count


def _state() -> IndexState:
    IndexState.objects.get_or_create(pk=1)
    return IndexState.objects.select_for_update().get(pk=1)


def _newest_lines() -> list[int]:
    return list(AuditEntry.objects.order_by("-pk").values_list("pk", flat=True)[:OVERLAP])


def _newest_page_line() -> int:
    return PageLogEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def _targets_since(state: IndexState) -> set[tuple[str, str]]:
    """(type, id) of everything acted upon, from the ledger and from Wagtail's own record of pages."""
    oldest = min(state.ledger_seen, default=0)
    lines = AuditEntry.objects.filter(pk__gt=oldest).exclude(pk__in=state.ledger_seen).exclude(target_id="")
    pages = PageLogEntry.objects.filter(pk__gt=state.pages_seen).values_list("page_id", flat=True)
    return {*lines.values_list("target_type", "target_id"), *(("wagtailcore.page", str(pk)) for pk in pages)}


def _touched(adapter: Adapter, targets: Iterable[tuple[str, str]]) -> set[str]:
    return {pk for target_type, target_id in targets for pk in adapter.touched(target_type, target_id)}


def _reindex(adapter: Adapter, ids: set[str]) -> int:
    """What is gone or hidden leaves the index, the rest is read anew."""
    if ids:
        Entry.objects.filter(kind__in=adapter.kinds, object_id__in=ids).delete()
        _write(adapter.documents(ids))
    return len(ids)


def _write(documents: Iterable[Document]) -> int:
    """In the town's own language, so that addresses carry no language; links add the reader's."""
    with translation.override(settings.LANGUAGE_CODE):
        rows = (entry for document in documents for entry in document.entries())
        return sum(len(Entry.objects.bulk_create(chunk)) for chunk in _chunks(rows))


def _chunks(rows: Iterator[Entry], size: int = 500) -> Iterator[list[Entry]]:
    while chunk := list(islice(rows, size)):
        yield chunk
