"""Who hears that somebody takes an office or leaves it."""

from django.urls import reverse

from governance.seats.models import Office
from portal.foundation import outbox
from portal.foundation.acting import Acting


def office_chosen(office: Office, *, by: Acting) -> None:
    _tell_committee("governance.office_chosen", office, by)


def office_left(office: Office, *, by: Acting) -> None:
    _tell_committee("governance.office_left", office, by)


def _tell_committee(kind: str, office: Office, by: Acting) -> None:
    seat = office.seat
    outbox.post(
        kind,
        recipients=[person for person in seat.term.body.members_on() if person != by.person],
        url=reverse("governance:committee-detail", args=[seat.term.body.code]),
        context={"committee": seat.term.body.name, "member": seat.person.display_name, "office": office.kind},
        once=f"{kind}:{office.pk}",
    )
