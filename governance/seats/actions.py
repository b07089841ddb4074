"""The verbs of a seat: commissioning, resigning, ending; and what ends with it."""

from datetime import date
from typing import Any

from django.db import transaction

from governance.applications import actions as applications
from governance.applications.models import SeatApplication
from governance.committees.models import CommitteeTerm, SizeDecision
from portal.foundation import audit, clock, parameters
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import require
from residents.bodies.actions import call_off, join, leave

from . import notifications
from .lifecycle import SeatEnd
from .models import Office, Seat
from .permissions import (
    can_accept_resignation,
    can_commission_seat,
    can_dismiss_member,
    can_disqualify_member,
    can_question_seat,
    can_resign_seat,
    can_uphold_seat,
    may_be_replaced,
)


@transaction.atomic
def commission(
    term: CommitteeTerm,
    *,
    by: Acting,
    application: SeatApplication | None,
    letter_number: str,
    replaces: Seat | None = None,
) -> Seat:
    """委嘱: the mayor makes an applicant a member for the term; the rights come and go with its dates."""
    term = CommitteeTerm.objects.select_for_update().select_related("body").get(pk=term.pk)
    if application is not None:
        application = SeatApplication.objects.select_for_update().get(pk=application.pk)
    require(can_commission_seat(by, term, application))
    require(may_be_replaced(replaces, term))
    assert application is not None  # the question above refuses without one (第10条第1項)
    starts_on = max(term.starts_on, clock.today())
    person = application.applicant
    basis = f"第10条第1項 {letter_number}"
    days = {"from_on": starts_on, "until_on": term.ends_on}
    seat = Seat(
        term=term,
        person=person,
        application=application,
        membership=join(term.body, person=person, by=by, post="委員", basis=basis, **days),
        letter_number=letter_number,
        commissioned_on=clock.today(),
        starts_on=starts_on,
        ends_on=term.ends_on,
        is_reappointed=_sat_in_an_earlier_term(person, term),
        size_decision=_decision_needed(term),
        replaces=replaces,
    )
    seat.step("commission", by=by)
    applications.commission(application, by=by)
    audit.record("governance.seat.commissioned", by=by, target=seat, reference=letter_number, public=True)
    notifications.seat_commissioned(seat)
    return begin(seat) if starts_on <= clock.today() else seat


@transaction.atomic
def begin(seat: Seat) -> Seat:
    """The term has begun; the member serves."""
    seat = _locked(seat)
    seat.step("begin", by=CLOCK)
    audit.record("governance.seat.begun", by=CLOCK, target=seat)
    return seat


@transaction.atomic
def resign(seat: Seat, *, by: Acting, reason: str) -> Seat:
    """A member asks the mayor to be released; until that is accepted the seat goes on, or still begins."""
    seat = _locked(seat)
    require(can_resign_seat(by, seat))
    seat.step("resign", by=by, reason=reason)
    audit.record("governance.seat.resigned", by=by, target=seat)
    notifications.seat_resigned(seat)
    return seat


@transaction.atomic
def accept_resignation(seat: Seat, *, by: Acting, last_day: date) -> Seat:
    """The mayor releases a member as of a day; the rights end at midnight after it."""
    seat = _locked(seat)
    require(can_accept_resignation(by, seat))
    last_day = clock.today() if seat.is_to_come else max(min(last_day, seat.ends_on), seat.starts_on)
    seat.step("accept_resignation", by=by, ended_on=last_day, end_reason=SeatEnd.RESIGNED)
    audit.record("governance.seat.resignation_accepted", by=by, target=seat, public=True)
    _leave(seat, by=by)
    return seat


@transaction.atomic
def question(seat: Seat, *, by: Acting, reason: str) -> Seat:
    """A member may no longer live, work or study in the city (第11条); the seat goes on until it is decided."""
    seat = _locked(seat)
    require(can_question_seat(by, seat))
    seat.step("question", by=by, reason=reason)
    audit.record("governance.seat.questioned", by=by, target=seat)
    notifications.seat_questioned(seat, reason=reason)
    return seat


@transaction.atomic
def uphold(seat: Seat, *, by: Acting, reason: str) -> Seat:
    """The mayor finds that the member still meets 第11条."""
    seat = _locked(seat)
    require(can_uphold_seat(by, seat))
    seat.step("uphold", by=by, reason=reason)
    audit.record("governance.seat.upheld", by=by, target=seat)
    notifications.seat_upheld(seat)
    return seat


@transaction.atomic
def disqualify(seat: Seat, *, by: Acting, reason: str) -> Seat:
    """失職: the mayor finds that 第11条 is no longer met; today is the last day."""
    seat = _locked(seat)
    require(can_disqualify_member(by, seat))
    seat.step("disqualify", by=by, reason=reason, ended_on=clock.today(), end_reason=SeatEnd.INELIGIBLE)
    audit.record("governance.seat.disqualified", by=by, target=seat)
    _leave(seat, by=by)
    return seat


@transaction.atomic
def dismiss(seat: Seat, *, by: Acting, reason: str) -> Seat:
    """解嘱: the mayor takes the commission back; today is the last day."""
    seat = _locked(seat)
    require(can_dismiss_member(by, seat))
    seat.step("dismiss", by=by, reason=reason, ended_on=clock.today(), end_reason=SeatEnd.DISMISSED)
    audit.record("governance.seat.dismissed", by=by, target=seat, reason=reason)
    _leave(seat, by=by)
    return seat


@transaction.atomic
def expire(seat: Seat) -> Seat:
    """The term is over; the record follows what midnight already did to the rights."""
    seat = _locked(seat)
    seat.step("expire", by=CLOCK, ended_on=seat.ends_on, end_reason=SeatEnd.EXPIRED)
    audit.record("governance.seat.expired", by=CLOCK, target=seat, public=True)
    _leave(seat, by=CLOCK)
    return seat


@transaction.atomic
def vacate(office: Office, *, last_day: date) -> Office:
    """An office ends with the seat that carries it."""
    office.step("vacate", by=CLOCK, until_on=max(last_day, office.from_on))
    audit.record("governance.office.vacated", by=CLOCK, target=office)
    return office


def _leave(seat: Seat, *, by: Acting) -> None:
    """What an ended seat takes with it: the membership and the office."""
    last_day = seat.ended_on or seat.ends_on
    membership = seat.membership
    if membership is not None and last_day < seat.starts_on:  # it never began, so there are no days to keep
        seat.membership = None
        seat.save(update_fields=["membership"])
        call_off(membership, by=by)
    elif membership is not None and (membership.until_on is None or last_day < membership.until_on):
        leave(membership, by=by, until_on=last_day)
    for office in seat.offices.held():
        vacate(office, last_day=last_day)
    if seat.end_reason != SeatEnd.EXPIRED:
        applications.move_up(seat.term)
    notifications.seat_ended(seat, by=by)


def _locked(seat: Seat) -> Seat:
    return Seat.objects.select_for_update().get(pk=seat.pk)


def _sat_in_an_earlier_term(person: Any, term: CommitteeTerm) -> bool:
    return (
        Seat.objects.that_began()
        .of_body(term.body)
        .filter(person=person, term__number__lt=term.number)
        .exists()
    )


def _decision_needed(term: CommitteeTerm) -> SizeDecision | None:
    """The mayor's decision a seat rests on, once the guideline's own number is used up."""
    if term.seats.in_force().count() < parameters.value("committee.max_members"):
        return None
    return term.size_decisions.first()
