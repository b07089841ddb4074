"""A term's members as a table: who, in which office, since when, new or reappointed."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from portal.foundation.templatetags.ui import japanese_date

from .models import Seat

ORDER = {"chair": 0, "vice_chair": 1}


def by_office(seats: Iterable[Seat]) -> list[Seat]:
    """Chair first, then vice-chairs, then everybody else in the order of commission."""
    return sorted(seats, key=lambda seat: ORDER.get(_kind(seat), 2))


def roster(seats: Iterable[Seat]) -> dict:
    """Head and rows for the table component."""
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
                seat.offices_held[0].get_kind_display() if seat.offices_held else _("Committee member"),
                japanese_date(seat.commissioned_on),
                _how(seat),
                japanese_date(seat.ended_on or seat.ends_on),
            ]
            for seat in seats
        ],
    }


def _how(seat: Seat) -> str:
    if seat.replaces_id is not None:
        return _("For the remainder of a term")
    return _("Reappointed") if seat.is_reappointed else _("Newly appointed")


def _kind(seat: Seat) -> str:
    return seat.offices_held[0].kind if seat.offices_held else ""
