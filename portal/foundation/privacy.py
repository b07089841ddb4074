"""What a model holds about people, said by the model itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from django.db import models


class Open(Enum):
    """Why a declared text rests readable in the database; every other one rests sealed."""

    PUBLIC = "a page shows it to whoever may read the place it stands in"
    OFFICE = "an office-holder said it in office, for the file of the body"
    DECISION = "the town's own reason for a decision; it stands in the history of the act too, and is told to those concerned"
    HISTORY = (
        "history and ledger only grow, and the ledger is chained line by line; personal words stay out of it"
    )
    ID = "an id; it leads to a name only through the account"
    CHOICE = "one of a few words of the portal's own, which the database compares"
    LOG_IN = "needed to find the account when somebody logs in, and to write to it"
    DIGEST = "a keyed digest; the words cannot be read from it"
    MESSAGE = "what the notice prints, until it is deleted; sealed words stay out of it"
    DEMO = "the demo town alone keeps it; production refuses this store"


@dataclass(frozen=True)
class PersonalData:
    """Who answers for it, what it is for, how long it stays, what erasure leaves behind.

    ``open`` names the declared texts that do not rest sealed, and why each does not.
    """

    controller: str
    purpose: str
    fields: tuple[str, ...]
    retention: str
    on_erasure: str
    open: Mapping[str, Open] = field(default_factory=dict)


NoPersonalData = PersonalData(controller="", purpose="", fields=(), retention="", on_erasure="")

WORDS = (models.CharField, models.TextField, models.JSONField, models.BinaryField, models.FileField)
"""What can hold words about somebody; a day, a number or a link to another row cannot."""


def holds_words(column: models.Field) -> bool:
    return isinstance(column, WORDS)


def is_sealed(column: models.Field) -> bool:
    """Sealed by the field itself, or a ciphertext that its noun writes: its name then says so."""
    from .sealing import SealedTextField  # sealing stands on the models that stand on this

    if isinstance(column, SealedTextField):
        return True
    return isinstance(column, models.BinaryField) and column.name.startswith("sealed_")
