"""What the database shows to somebody who holds it and no key."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.migrations import RunPython
from django.db.migrations.loader import MigrationLoader

from portal.foundation.audit import LOOK
from portal.foundation.models import AuditEntry


def where_readable(words: str) -> set[str]:
    """Every table of the town in which the words stand, as text or inside JSON."""
    forms = {words.encode(), json.dumps(words)[1:-1].encode()}
    return {
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        if any(form in _everything(model._meta.db_table) for form in forms)
    }


def _everything(table: str) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        return b"\n".join(_raw(value) for row in cursor.fetchall() for value in row)


def _raw(value: Any) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def looks(target: Any) -> list[dict[str, Any]]:
    """What the ledger says of looks at one noun, the first one first."""
    lines = AuditEntry.objects.filter(verb=LOOK, target_type=target._meta.label_lower, target_id=target.pk)
    return list(lines.order_by("pk").values("person_id", "reason", "details"))


def undone_and_done_again(room: str, ending: str, meanwhile: Callable[[], None]) -> None:
    """A migration taken back, what lay there before looked at, and the migration taken again."""
    folder = Path(apps.get_app_config(room).path) / "migrations"
    (path,) = folder.glob(f"*_{ending}.py")
    state = MigrationLoader(connection).project_state((room, path.stem), at_end=False)
    steps = []
    for step in import_module(f"{room}.migrations.{path.stem}").Migration.operations:
        before = state
        if not isinstance(step, RunPython):
            state = before.clone()
            step.state_forwards(room, state)
        steps.append((step, before, state))
    for step, before, after in reversed(steps):
        with connection.schema_editor() as editor:
            step.database_backwards(room, editor, after, before)
    meanwhile()
    for step, before, after in steps:
        with connection.schema_editor() as editor:
            step.database_forwards(room, editor, before, after)
    ContentType.objects.clear_cache()  # the flush after a test with real transactions numbers them anew
