"""The first step of every verb: the row as it stands now, kept from everybody else until the verb is done."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


def locked(row: Row, *related: str) -> Row:
    """Read anew and locked, with what the verb's questions read; the related rows themselves stay free."""
    rows: Any = type(row)._default_manager.select_for_update(of=("self",))
    return rows.select_related(*related).get(pk=row.pk)
