"""Who hears that a seat begins or ends."""

from django.urls import reverse

from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import Seat


def seat_commissioned(seat: Seat) -> None:
    outbox.post(
        "governance.seat_commissioned",
        recipients=[seat.person],
        url=reverse("governance:seat-letter", args=[seat.pk]),
        context={
            "committee": seat.term.body.name,
            "letter": seat.letter_number,
            "from": seat.starts_on.isoformat(),
            "until": seat.ends_on.isoformat(),
        },
        once=f"seat-commissioned:{seat.pk}",
    )


def seat_resigned(seat: Seat) -> None:
    """The mayor has to accept it."""
    outbox.post(
        "governance.seat_resigned",
        recipients=people_holding("mayor.decide"),
        url=_roster(seat),
        context={"committee": seat.term.body.name, "member": seat.person.display_name},
        once=f"seat-resigned:{seat.pk}",
    )


def seat_questioned(seat: Seat, *, reason: str) -> None:
    """The member hears why; the mayor has to decide."""
    _tell_about("governance.seat_questioned", seat, [seat.person, *people_holding("mayor.decide")], reason)


def seat_upheld(seat: Seat) -> None:
    _tell_about("governance.seat_upheld", seat, [seat.person], "")


def _tell_about(kind: str, seat: Seat, recipients: list, reason: str) -> None:
    outbox.post(
        kind,
        recipients=recipients,
        url=_roster(seat),
        context={"committee": seat.term.body.name, "reason": reason},
        once=f"{kind}:{seat.pk}:{seat.steps.count()}",
    )


def seat_ended(seat: Seat, *, by: Acting) -> None:
    outbox.post(
        "governance.seat_ended",
        recipients=[person for person in [seat.person] if person != by.person],
        url=_roster(seat),
        context={
            "committee": seat.term.body.name,
            "last_day": seat.ended_on.isoformat(),
            "why": seat.end_reason,
        },
        once=f"seat-ended:{seat.pk}",
    )


def _roster(seat: Seat) -> str:
    return reverse("governance:committee-detail", args=[seat.term.body.code])
