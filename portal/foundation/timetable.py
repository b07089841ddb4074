"""Around each migrate: the cache's table before, the timetable of the settings as schedules after."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from django_q.models import Schedule

from . import clock

MORNING = time(0, 5)


def write(**kwargs: Any) -> None:
    """One schedule per line of TIMETABLE; lines that are gone lose theirs."""
    morning = timezone.make_aware(datetime.combine(clock.today() + clock.ONE_DAY, MORNING))
    for path, when in settings.TIMETABLE.items():
        if when == "every minute":
            fields = {"schedule_type": Schedule.MINUTES, "minutes": 1}
        else:
            fields = {"schedule_type": Schedule.DAILY, "minutes": None, "next_run": morning}
        Schedule.objects.update_or_create(name=path, defaults={"func": path, "repeats": -1, **fields})
    Schedule.objects.filter(name__contains=".").exclude(name__in=settings.TIMETABLE).delete()


def create_cache_table(**kwargs: Any) -> None:
    """The shared cache of the embedded mode rests in the database; other caches need no table."""
    call_command("createcachetable", verbosity=0)
