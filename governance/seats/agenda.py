"""Seats on the secretariat's desk: terms that end, and members who have offered to resign."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from governance.committees.models import CommitteeTerm
from portal.foundation.acting import Acting
from portal.foundation.agenda import Matter

from .lifecycle import SeatStatus
from .models import Seat
from .vacancies import vacant_offices


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """The last day of each term, offices nobody holds, and resignations that wait for the mayor."""
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
    running = CommitteeTerm.objects.on(today).filter(seats__status=SeatStatus.SERVING).distinct()
    found += [
        Matter(
            f"{term.body} {term}",
            words,
            reverse("governance:committee-detail", args=[term.body.code]),
            None,
            _("Committee"),
        )
        for term in running.select_related("body")
        for words in vacant_offices(term)
    ]
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
