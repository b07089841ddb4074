"""Rows written once more, for towns of a size nobody could tell by hand."""

from __future__ import annotations

import uuid
from copy import copy
from typing import Any

from .sealing import Sealed, SealedTextField

BATCH = 500


def again(row: Any, **other: Any) -> Any:
    """The same row once more, not saved yet, but for what is said here.

    It keeps whatever a model may be given later, so that a new column needs no new line in a measure. Sealed words
    are bound to their row: they are opened once, however often the row is written again, and sealed for each.
    """
    for column in row._meta.concrete_fields:
        if isinstance(column, SealedTextField) and isinstance(words := getattr(row, column.name), Sealed):
            setattr(row, column.name, words.carried())
    found = copy(row)
    found.pk = uuid.uuid4() if isinstance(row.pk, uuid.UUID) else None
    found._state.adding = True
    for name, value in other.items():
        setattr(found, name, value)
    return found
