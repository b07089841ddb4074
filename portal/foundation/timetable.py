"""Around each migrate: the cache's table before, the timetable of the settings as schedules after."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django_q.models import Schedule


def write(**kwargs: Any) -> None:
    """One schedule per line of TIMETABLE; lines that are gone lose theirs."""
    for path, (kind, minutes) in settings.TIMETABLE.items():
        Schedule.objects.update_or_create(
            name=path, defaults={"func": path, "schedule_type": kind, "minutes": minutes, "repeats": -1}
        )
    Schedule.objects.filter(name__contains=".tasks.").exclude(name__in=settings.TIMETABLE).delete()


def create_cache_table(**kwargs: Any) -> None:
    """The shared cache of the embedded mode rests in the database; other caches need no table."""
    call_command("createcachetable", verbosity=0)
