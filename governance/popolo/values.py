"""Single values of a Popolo file: text, days of any precision, lists; what is wrong is said with its place."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Any

from django.utils.translation import gettext as _

LIMIT = 300
DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?", re.ASCII)


class UnreadablePopolo(ValueError):
    """Why a file cannot be taken in, and where in it the reason stands."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}" if place else reason)
        self.place, self.reason = place, reason


def text(place: str, value: Any, limit: int = LIMIT) -> str:
    """A text, or the empty one; numbers are taken for their digits, as ids of some files are."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise UnreadablePopolo(place, _("A text is needed here, not %(what)s.") % {"what": _kind(value)})
    found = str(value).strip()
    if "\x00" in found:
        raise UnreadablePopolo(place, _("The text contains a character that cannot be stored."))
    if len(found) > limit:
        raise UnreadablePopolo(place, _("The text is longer than %(limit)s characters.") % {"limit": limit})
    return found


def record(place: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UnreadablePopolo(place, _("An object is needed here, not %(what)s.") % {"what": _kind(value)})
    return value


def records(place: str, value: Any) -> list[tuple[str, dict[str, Any]]]:
    """The objects of a list, each with its place; a list that is not there is empty."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise UnreadablePopolo(place, _("A list is needed here, not %(what)s.") % {"what": _kind(value)})
    return [(f"{place}[{n}]", record(f"{place}[{n}]", one)) for n, one in enumerate(value)]


def day(place: str, value: Any) -> str:
    """``1970``, ``1970-01`` or ``1970-01-31``; of a moment the day is kept."""
    found = text(place, value)
    if not found:
        return ""
    match = DAY.fullmatch(found)
    if match is None or not _exists(*[int(part) if part else None for part in match.groups()]):
        raise UnreadablePopolo(
            place, _("“%(value)s” is no day, month or year, such as 1970-01-31.") % {"value": found}
        )
    return "-".join(part for part in match.groups() if part)


def apart(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether one of two spans ends before the other begins; what is not known parts nothing."""
    return _before(one[1], other[0]) or _before(other[1], one[0])


def _before(last: str, first: str) -> bool:
    known = min(len(last), len(first))
    return bool(known) and last[:known] < first[:known]


def _exists(year: int | None, month: int | None, number: int | None) -> bool:
    if not year:
        return False
    if month is None:
        return True
    return 1 <= month <= 12 and (number is None or 1 <= number <= monthrange(year, month)[1])


def _kind(value: Any) -> str:
    kinds = {list: _("a list"), dict: _("an object"), bool: _("yes or no"), type(None): _("nothing")}
    return kinds.get(type(value), _("something else")) if not isinstance(value, str) else _("a text")
