"""A term with every seat taken, in the shape of the seats that were told, for measuring."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from governance.applications.models import SeatApplication
from portal.foundation import clock
from portal.foundation.bulk import again
from residents.models import BodyMembership, User

from .models import Seat, SeatStep

ADDRESS = "volume-seat-%s@crowd.example.jp"


@transaction.atomic
def grow_to(count: int) -> bool:
    """Let so many sit on each committee of today; running it again adds nothing."""
    added = 0
    today = clock.today()
    told = Seat.objects.on(today).select_related("application", "membership", "person", "term")
    for like in told.order_by("term", "pk").distinct():
        missing = count - Seat.objects.on(today).filter(term=like.term_id).count()
        for _number in range(missing):
            added += _seat(like)
    return added > 0


def _seat(like: Any) -> int:
    number = User.objects.filter(email__startswith="volume-seat-").count() + 1
    person = User.objects.create(email=ADDRESS % number, display_name=f"架空委員 {number}号", password="!")
    application: SeatApplication = again(like.application, applicant=person)
    application.save()
    membership: BodyMembership = again(like.membership, person=person)
    membership.save()
    seat: Seat = again(
        like,
        person=person,
        application=application,
        membership=membership,
        letter_number=f"第{like.term.number}期量{number}号",
        replaces=None,
    )
    seat.save()
    SeatStep.objects.bulk_create(again(step, subject=seat) for step in like.steps.all())
    return 1
