"""The only place that asks what time it is. Drills, seeds and as-of reading set it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time, timedelta

from django.utils import timezone

ONE_DAY = timedelta(days=1)
_set_to: ContextVar[datetime | None] = ContextVar("clock", default=None)


def now() -> datetime:
    """The moment it is in the town (aware)."""
    return _set_to.get() or timezone.now()


def today() -> date:
    """The day it is in the town (Asia/Tokyo, not UTC)."""
    return timezone.localtime(now()).date()


@contextmanager
def at(moment: datetime | date) -> Iterator[None]:
    """Let it be another moment; a plain day means nine in the morning."""
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(9, 0))
    if timezone.is_naive(moment):
        moment = timezone.make_aware(moment)
    token = _set_to.set(moment)
    try:
        yield
    finally:
        _set_to.reset(token)
