"""The applicant's verbs, the paper that somebody else types in, and what the clock does with a list."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from governance.committees.models import CommitteeTerm
from governance.recruitments.models import Recruitment
from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import Denied, require
from residents.accounts.actions import register_at_counter

from . import notifications
from .lifecycle import ApplicationStatus, Channel
from .models import SeatApplication
from .permissions import (
    came_in_time,
    can_accept_application,
    can_commission_application,
    can_enter_application,
    can_submit_application,
    can_turn_down_application,
    can_withdraw_application,
    has_not_applied,
)


@transaction.atomic
def submit(
    recruitment: Recruitment,
    *,
    by: Acting,
    connection: str,
    uses_internet: bool,
    motives: str,
    **declared: str,
) -> SeatApplication:
    """Apply to the mayor for a seat, confirming 第11条 (応募, 第12条)."""
    recruitment = _locked_call(recruitment)
    require(can_submit_application(by, recruitment))
    require(_uses_internet(uses_internet))
    application = SeatApplication(
        recruitment=recruitment,
        applicant=by.person,
        connection=connection,
        uses_internet=uses_internet,
        motives=motives,
        submitted_at=clock.now(),
        **declared,
    )
    application.step("submit", by=by)
    audit.record("governance.seat_application.submitted", by=by, target=application)
    notifications.application_submitted(application)
    return application


@transaction.atomic
def enter(
    recruitment: Recruitment,
    *,
    by: Acting,
    email: str,
    display_name: str,
    received_on: date,
    connection: str,
    uses_internet: bool,
    motives: str,
    **declared: str,
) -> SeatApplication:
    """Type in an application that came on paper; who has no account yet is given one (第12条)."""
    recruitment = _locked_call(recruitment)
    require(can_enter_application(by, recruitment))
    require(came_in_time(recruitment, received_on))
    require(_uses_internet(uses_internet))
    applicant = register_at_counter(by=by, email=email, display_name=display_name, connection=connection)
    require(has_not_applied(applicant, recruitment))
    application = SeatApplication(
        recruitment=recruitment,
        applicant=applicant,
        channel=Channel.PAPER,
        received_on=received_on,
        connection=connection,
        uses_internet=uses_internet,
        motives=motives,
        submitted_at=clock.now(),
        **declared,
    )
    application.step("enter", by=by)
    audit.record("governance.seat_application.entered", by=by, target=application)
    notifications.application_entered(application)
    return application


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


@transaction.atomic
def erase(application: SeatApplication) -> None:
    """Destroy an application that led to no seat, with its notes and scores; it is only counted."""
    recruitment = application.recruitment
    Recruitment.objects.filter(pk=recruitment.pk).update(erased=F("erased") + 1)
    audit.record("governance.seat_application.erased", by=CLOCK, target=recruitment)
    application.delete()


def locked(application: SeatApplication) -> SeatApplication:
    """The application as it is now, held until the act is done."""
    rows: Any = SeatApplication.objects.select_for_update(of=("self",))
    return rows.select_related("recruitment__term__body", "applicant").get(pk=application.pk)


def _locked_call(recruitment: Recruitment) -> Recruitment:
    rows: Any = Recruitment.objects.select_for_update(of=("self",))
    return rows.select_related("term__body").get(pk=recruitment.pk)


def _uses_internet(confirmed: bool) -> bool | Denied:
    return confirmed or Denied(_("Members need to read web pages and exchange e-mail (Article 11)."))
