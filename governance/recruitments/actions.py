"""The verbs of the public recruitment: calling, applying, assessing, selecting."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import Denied, require

from . import notifications
from .models import CommitteeTerm, Recruitment, SeatApplication
from .permissions import (
    can_announce_recruitment,
    can_cancel_recruitment,
    can_commission_application,
    can_complete_recruitment,
    can_decline_application,
    can_plan_recruitment,
    can_recommend_application,
    can_select_application,
    can_set_aside_application,
    can_submit_application,
    can_withdraw_application,
)


@transaction.atomic
def plan(
    term: CommitteeTerm,
    *,
    by: Acting,
    seats: int,
    opens_on: date,
    closes_on: date,
    duties: str,
    selection_method: str,
    required_items: str,
) -> Recruitment:
    """Prepare a public call for members, with everything it has to announce."""
    require(can_plan_recruitment(by))
    recruitment = Recruitment(
        term=term,
        seats=seats,
        opens_on=opens_on,
        closes_on=closes_on,
        duties=duties,
        selection_method=selection_method,
        required_items=required_items,
    )
    recruitment.step("plan", by=by)
    audit.record("governance.recruitment.planned", by=by, target=recruitment)
    return recruitment


@transaction.atomic
def announce(recruitment: Recruitment, *, by: Acting) -> Recruitment:
    """Make the call public; from its first day on it accepts applications by itself."""
    recruitment = _locked(recruitment)
    require(can_announce_recruitment(by, recruitment))
    recruitment.step("announce", by=by)
    audit.record("governance.recruitment.announced", by=by, target=recruitment, public=True)
    return open_recruitment(recruitment) if recruitment.opens_on <= clock.today() else recruitment


@transaction.atomic
def open_recruitment(recruitment: Recruitment) -> Recruitment:
    """The first day of the window has come."""
    recruitment = _locked(recruitment)
    recruitment.step("open", by=CLOCK)
    audit.record("governance.recruitment.opened", by=CLOCK, target=recruitment, public=True)
    return recruitment


@transaction.atomic
def close(recruitment: Recruitment) -> Recruitment:
    """The last day of the window is over; nobody can apply any more."""
    recruitment = _locked(recruitment)
    recruitment.step("close", by=CLOCK)
    audit.record("governance.recruitment.closed", by=CLOCK, target=recruitment, public=True)
    notifications.recruitment_closed(recruitment)
    return recruitment


@transaction.atomic
def complete(recruitment: Recruitment, *, by: Acting) -> Recruitment:
    """The result is decided and everybody has been told."""
    recruitment = _locked(recruitment)
    require(can_complete_recruitment(by, recruitment))
    recruitment.step("complete", by=by)
    audit.record("governance.recruitment.completed", by=by, target=recruitment, public=True)
    return recruitment


@transaction.atomic
def cancel(recruitment: Recruitment, *, by: Acting, reason: str) -> Recruitment:
    """Call the recruitment off; those who applied are told why."""
    recruitment = _locked(recruitment)
    require(can_cancel_recruitment(by, recruitment))
    recruitment.step("cancel", by=by, reason=reason)
    audit.record("governance.recruitment.cancelled", by=by, target=recruitment, reason=reason, public=True)
    notifications.recruitment_cancelled(recruitment, reason=reason)
    return recruitment


@transaction.atomic
def submit(
    recruitment: Recruitment, *, by: Acting, connection: str, uses_internet: bool, motives: str
) -> SeatApplication:
    """Apply to the mayor for a seat, confirming 第11条 (応募, 第12条)."""
    recruitment = _locked(recruitment)
    require(can_submit_application(by, recruitment))
    require(uses_internet or Denied(_("Members need to read web pages and exchange e-mail (Article 11).")))
    application = SeatApplication(
        recruitment=recruitment,
        applicant=by.person,
        connection=connection,
        uses_internet=uses_internet,
        motives=motives,
        submitted_at=clock.now(),
    )
    application.step("submit", by=by)
    audit.record("governance.seat_application.submitted", by=by, target=application)
    notifications.application_submitted(application)
    return application


@transaction.atomic
def withdraw(application: SeatApplication, *, by: Acting) -> SeatApplication:
    """Take one's application back."""
    application = _locked(application)
    require(can_withdraw_application(by, application))
    application.step("withdraw", by=by)
    audit.record("governance.seat_application.withdrawn", by=by, target=application)
    return application


@transaction.atomic
def recommend(application: SeatApplication, *, by: Acting, assessment: str) -> SeatApplication:
    """The selection committee puts an applicant on the mayor's list."""
    application = _locked(application)
    require(can_recommend_application(by, application))
    application.step("recommend", by=by, reason=assessment)
    audit.record("governance.seat_application.recommended", by=by, target=application)
    return application


@transaction.atomic
def set_aside(application: SeatApplication, *, by: Acting, assessment: str) -> SeatApplication:
    """The selection committee does not put an applicant on the mayor's list."""
    application = _locked(application)
    require(can_set_aside_application(by, application))
    application.step("set_aside", by=by, reason=assessment)
    audit.record("governance.seat_application.set_aside", by=by, target=application)
    return application


@transaction.atomic
def select(application: SeatApplication, *, by: Acting) -> SeatApplication:
    """選出: the mayor selects one of those who applied (第10条第1項)."""
    application = _locked(application)
    require(can_select_application(by, application))
    application.step("select", by=by)
    audit.record("governance.seat_application.selected", by=by, target=application)
    notifications.application_selected(application)
    return application


@transaction.atomic
def commission(application: SeatApplication, *, by: Acting) -> SeatApplication:
    """The application has led to a seat; the letter itself is the seat's."""
    require(can_commission_application(by, application))
    application.step("commission", by=by)
    audit.record("governance.seat_application.commissioned", by=by, target=application)
    return application


@transaction.atomic
def decline(application: SeatApplication, *, by: Acting) -> SeatApplication:
    """The mayor does not select an applicant; the letter is neutral."""
    application = _locked(application)
    require(can_decline_application(by, application))
    application.step("decline", by=by)
    audit.record("governance.seat_application.declined", by=by, target=application)
    notifications.application_declined(application)
    return application


def _locked(noun: Any) -> Any:
    return type(noun).objects.select_for_update().get(pk=noun.pk)
