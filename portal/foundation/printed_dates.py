"""Days and moments as the reader's language prints them."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

from .wareki import GREGORIAN_SINCE
from .wareki import wareki as in_era_years

WEEKDAYS = "月火水木金土日"


def _is_japanese() -> bool:
    return (get_language() or "ja").startswith("ja")


def _as_day(value: date | datetime) -> date:
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value


def japanese_date(value: date | datetime | None) -> str:
    """2026年11月22日(日) for a Japanese reader, 22 November 2026 for an English one."""
    if not value:
        return ""
    day = _as_day(value)
    if not _is_japanese():
        return date_format(day, "j F Y")
    return f"{day.year}年{day.month}月{day.day}日({WEEKDAYS[day.weekday()]})"


def japanese_moment(value: datetime | None) -> str:
    """The day and the time in the town: 2026年11月22日(日) 9:05."""
    if not value:
        return ""
    moment = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{japanese_date(moment)} {moment.hour}:{moment:%M}"


def wareki(value: date | datetime | None) -> str:
    """平成16年1月26日 for a Japanese reader; elsewhere, and before 1873, the plain date."""
    if not value:
        return ""
    day = _as_day(value)
    if not _is_japanese() or day < GREGORIAN_SINCE:
        return japanese_date(day)
    return in_era_years(day)


def day_or_moment(value: date | datetime | None) -> str:
    """With the time when there is one to tell."""
    return japanese_moment(value) if isinstance(value, datetime) else japanese_date(value)


def iso(value: date | datetime | None) -> str:
    """The machine-readable form for <time datetime=…>."""
    return value.isoformat() if value else ""
