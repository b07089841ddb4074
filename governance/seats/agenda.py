"""Seats on the secretariat's desk: terms that end, seats under review or left empty, resignations."""

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
    """The last day of each term, and resignations that wait for the mayor."""
    ending = CommitteeTerm.objects.filter(ends_on__gte=today, ends_on__lte=until).select_related("body")
    resigning = Seat.objects.filter(status=SeatStatus.RESIGNING).select_related("person", "term__body")
    found = [
        Matter(
            f"{term.body} {term}",
            _("The term of office ends"),
            reverse("governance:term-detail", args=[term.body.code, term.number]),
            term.ends_on,
            _("Secretariat"),
        )
        for term in ending
    ]
    found += [*_under_review(by), *_vacant(today)]
    return found + [
        Matter(
            str(seat.person),
            _("Resignation to be accepted"),
            reverse("governance:term-detail", args=[seat.term.body.code, seat.term.number]),
            None,
            _("Mayor"),
        )
        for seat in resigning
    ]


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
