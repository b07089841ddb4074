"""What the secretariat has before it: each shelf says what of its own is due, and for whom it waits.

The settings name the modules (``AGENDA``), as the timetable names its tasks; the floor imports none of
them by itself. Each offers ``matters(by, today, until)`` in a fixed number of queries, and tells
nobody what they may not read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import Any

from django.conf import settings
from django.utils.functional import Promise

from .acting import Acting

AT_ONCE = 50
"""As many matters as one shelf tells of at a time; the most urgent first."""


@dataclass(frozen=True)
class Matter:
    """One thing to watch: what is due, when (``None``: it only waits), and who has to act."""

    title: str
    text: str | Promise
    url: str
    due_on: date | None = None
    waits_for: str | Promise = ""


@dataclass(frozen=True)
class Agenda:
    """The matters of a day, sorted for the desk."""

    overdue: list[Matter]
    today: list[Matter]
    coming: list[Matter]
    waiting: list[Matter]


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """Everything due until a day, and everything that waits without one, over all shelves."""
    found: list[Matter] = []
    for path in settings.AGENDA:
        found += import_module(path).matters(by, today, until)
    return found


def sort(found: Iterable[Matter], today: date) -> Agenda:
    """Overdue first, then today, then the days to come in their order; what has no day stands apart."""
    dated = sorted((m for m in found if m.due_on is not None), key=lambda m: (str(m.due_on), m.title))
    waiting: list[Any] = [m for m in found if m.due_on is None]
    return Agenda(
        [m for m in dated if m.due_on and m.due_on < today],
        [m for m in dated if m.due_on == today],
        [m for m in dated if m.due_on and m.due_on > today],
        sorted(waiting, key=lambda m: (str(m.waits_for), m.title)),
    )
