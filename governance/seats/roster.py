"""A term's members as a table: who, in which office, since when, new or reappointed."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from portal.foundation import clock
from portal.foundation.templatetags.ui import japanese_date

from .models import Office, Seat

ORDER = {"chair": 0, "vice_chair": 1}


def by_office(seats: Iterable[Seat]) -> list[Seat]:
    """Chair first, then vice-chairs, then everybody else in the order of commission."""
    return sorted(seats, key=_rank)


def roster(seats: Iterable[Seat], *, with_days: bool = False) -> dict:
    """Head and rows for the table component; with the days of each office where a whole term is shown."""
    shown = _offices_with_days if with_days else _office_of_today
    return {
        "head": [
            _("Name"),
            _("Office held"),
            _("Day of commission"),
            _("New or reappointed"),
            _("In the seat until"),
        ],
        "rows": [
            [
                str(seat.person),
                shown(seat) or _("Committee member"),
                japanese_date(seat.commissioned_on),
                _how(seat),
                _until(seat),
            ]
            for seat in seats
        ],
    }


def _office_of_today(seat: Seat) -> str:
    return seat.offices_held[0].get_kind_display() if seat.offices_held else ""


def _offices_with_days(seat: Seat) -> str:
    """「委員長(…から…まで)」: whoever left an office before the end of the term held it all the same."""
    return "、".join(
        _("%(office)s (%(first)s to %(last)s)")
        % {
            "office": office.get_kind_display(),
            "first": japanese_date(office.from_on),
            "last": _last_day(office, seat),
        }
        for office in seat.offices_held
    )


def _last_day(office: Office, seat: Seat) -> str:
    """Of an office still held: today, or the end of the seat that carries it once that is over."""
    end = seat.ended_on or seat.ends_on
    if office.until_on is not None:
        return str(japanese_date(office.until_on))
    return str(japanese_date(end)) if end < clock.today() else _("today")


def _how(seat: Seat) -> str:
    if seat.replaces_id is not None:
        return _("For the remainder of a term")
    return _("Reappointed") if seat.is_reappointed else _("Newly appointed")


def _until(seat: Seat) -> str:
    if seat.ended_on is not None and seat.ended_on < seat.starts_on:
        return _("Did not begin")
    return str(japanese_date(seat.ended_on or seat.ends_on))


def _rank(seat: Seat) -> int:
    return min((ORDER.get(office.kind, 2) for office in seat.offices_held), default=2)
