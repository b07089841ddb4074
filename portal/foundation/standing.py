"""What stands with a person for a body, and who takes it when they leave (人事異動).

Rooms above tell it by modules the settings name (``HANDOVER``), as the timetable names its tasks: the
floor imports none of them by itself. Each module offers ``standing_with`` and ``pass_on``.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.conf import settings
from django.utils.functional import Promise

from .acting import Acting


@dataclass(frozen=True)
class Standing:
    """One open matter of a person: what it is, where it stands, and the module that can pass it on."""

    provider: str
    pk: str
    kind: str | Promise
    title: str
    url: str = ""

    @property
    def key(self) -> str:
        return f"{self.provider}:{self.pk}"


def standing_with(person: Any, body: Any) -> list[Standing]:
    """Everything that stands with a person for that body, over all rooms."""
    found: list[Standing] = []
    for path in settings.HANDOVER:
        found += import_module(path).standing_with(person, body)
    return found


def pass_on(item: Standing, *, to: Any, by: Acting) -> None:
    """Let another person take one matter; the room it belongs to writes it down."""
    import_module(item.provider).pass_on(item.pk, to=to, by=by)
