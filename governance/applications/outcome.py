"""What becomes of an application: taken back, accepted or turned down by the person, moved up, a seat."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from governance.committees.models import CommitteeTerm
from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import require

from . import notifications
from .lifecycle import ApplicationStatus
from .models import SeatApplication
from .permissions import (
    can_accept_application,
    can_commission_application,
    can_turn_down_application,
    can_withdraw_application,
)


@transaction.atomic
def withdraw(application: SeatApplication, *, by: Acting) -> SeatApplication:
    """Take one's application back; if a seat was already held out, the next in line moves up."""
    application = locked(application)
    require(can_withdraw_application(by, application))
    was_chosen = application.status in (ApplicationStatus.SELECTED, ApplicationStatus.ACCEPTED)
    application.step("withdraw", by=by)
    audit.record("governance.seat_application.withdrawn", by=by, target=application)
    if was_chosen:
        move_up(application.recruitment.term)
    return application


@transaction.atomic
def accept(application: SeatApplication, *, by: Acting) -> SeatApplication:
    """就任承諾: the person selected says yes; only then can the mayor commission."""
    application = locked(application)
    require(can_accept_application(by, application))
    application.step("accept", by=by)
    audit.record("governance.seat_application.accepted", by=by, target=application)
    notifications.application_accepted(application)
    return application


@transaction.atomic
def turn_down(application: SeatApplication, *, by: Acting) -> SeatApplication:
    """辞退: the person selected says no; the next on the reserve list moves up."""
    application = locked(application)
    require(can_turn_down_application(by, application))
    application.step("turn_down", by=by)
    audit.record("governance.seat_application.turned_down", by=by, target=application)
    notifications.application_turned_down(application)
    move_up(application.recruitment.term)
    return application


@transaction.atomic
def move_up(term: CommitteeTerm) -> SeatApplication | None:
    """A place came free: the first on the reserve list goes before the mayor, who decides (第10条第1項)."""
    reserve = SeatApplication.objects.select_for_update(of=("self",)).filter(recruitment__term=term)
    application = reserve.select_related("recruitment__term__body", "applicant").in_reserve().first()
    if application is None or term.ends_on < clock.today():
        return None
    application.step("move_up", by=CLOCK)
    audit.record("governance.seat_application.moved_up", by=CLOCK, target=application)
    notifications.application_moved_up(application)
    return application


@transaction.atomic
def commission(application: SeatApplication, *, by: Acting) -> SeatApplication:
    """The application has led to a seat; the letter itself is the seat's."""
    require(can_commission_application(by, application))
    application.step("commission", by=by)
    audit.record("governance.seat_application.commissioned", by=by, target=application)
    return application


def locked(application: SeatApplication) -> SeatApplication:
    """The application as it is now, held until the act is done."""
    rows: Any = SeatApplication.objects.select_for_update(of=("self",))
    return rows.select_related("recruitment__term__body", "applicant").get(pk=application.pk)
