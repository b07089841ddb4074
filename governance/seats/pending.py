"""More of the seats on the secretariat's desk: those under review, and those left empty."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from governance.committees.models import CommitteeTerm
from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter
from residents.roles.holdings import holds

from .lifecycle import SeatStatus
from .models import Seat


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """What a term in office still needs: a finding of the mayor, a substitute."""
    return [*_under_review(by), *_vacant(today)]


def _under_review(by: Acting) -> list[Matter]:
    """Whether somebody keeps the seat is between them, the secretariat and the mayor."""
    if not (holds(by, "committee.secretariat") or holds(by, "mayor.decide")):
        return []
    seats = Seat.objects.filter(status=SeatStatus.UNDER_REVIEW).select_related("person", "term__body")
    return [
        Matter(
            str(seat.person),
            _("Decide whether the member keeps the seat"),
            reverse("governance:seat-review", args=[seat.pk])
            if holds(by, "mayor.decide")
            else reverse("governance:committee-detail", args=[seat.term.body.code]),
            None,
            _("Mayor"),
        )
        for seat in seats.order_by("pk")[:AT_ONCE]
    ]


def _vacant(today: date) -> list[Matter]:
    """Seats left before the end of a running term that nobody has taken over."""
    left = Seat.objects.to_be_replaced().filter(term__in=CommitteeTerm.objects.on(today))
    return [
        Matter(
            f"{seat.term.body} {seat.term}",
            _("A seat is vacant: commission a substitute"),
            reverse("governance:term-detail", args=[seat.term.body.code, seat.term.number]),
            None,
            _("Secretariat"),
        )
        for seat in left.select_related("term__body")[:AT_ONCE]
    ]
