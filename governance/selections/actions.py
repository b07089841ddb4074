"""選考: interviewing, assessing by two, the mayor's list, and the mayor's decision."""

from datetime import date

from django.db import transaction
from django.db.models import Max

from governance.applications.actions import locked
from governance.applications.lifecycle import ApplicationStatus
from governance.applications.models import SeatApplication
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications
from .models import Assessment
from .permissions import (
    ASSESSORS_NEEDED,
    can_assess_application,
    can_declare_conflict,
    can_decline_application,
    can_interview_application,
    can_recommend_application,
    can_reserve_application,
    can_select_application,
    can_set_aside_application,
)


@transaction.atomic
def interview(
    application: SeatApplication, *, by: Acting, interviewed_on: date, note: str
) -> SeatApplication:
    """面談: a selector talked with the applicant; the note rests sealed and stays with the selectors."""
    application = locked(application)
    require(can_interview_application(by, application))
    application.step("interview", by=by, interviewed_on=interviewed_on, interview_note=note)
    audit.record("governance.seat_application.interviewed", by=by, target=application)
    return application


@transaction.atomic
def assess(application: SeatApplication, *, by: Acting, score: int, note: str) -> Assessment:
    """One selector's judgement; with the second one the application counts as assessed."""
    application = locked(application)
    require(can_assess_application(by, application))
    found = Assessment.objects.create(
        application=application, selector=by.person, score=score, note=note, at=clock.now()
    )
    audit.record("governance.seat_application.assessed", by=by, target=application)
    if application.status == ApplicationStatus.INTERVIEWED and _scores(application) >= ASSESSORS_NEEDED:
        application.step("assess", by=by)
    return found


@transaction.atomic
def declare_conflict(application: SeatApplication, *, by: Acting, conflict: str) -> Assessment:
    """利害関係の申出: a selector steps back from one application; a score already given is taken out."""
    application = locked(application)
    require(can_declare_conflict(by, application))
    found, _is_new = Assessment.objects.update_or_create(
        application=application,
        selector=by.person,
        defaults={"score": None, "note": "", "conflict": conflict, "at": clock.now()},
    )
    audit.record("governance.seat_application.conflict_declared", by=by, target=application)
    return found


@transaction.atomic
def recommend(application: SeatApplication, *, by: Acting, assessment: str) -> SeatApplication:
    """The selection committee puts an applicant on the mayor's list."""
    application = locked(application)
    require(can_recommend_application(by, application))
    application.step("recommend", by=by, reason=assessment)
    audit.record("governance.seat_application.recommended", by=by, target=application)
    return application


@transaction.atomic
def reserve(application: SeatApplication, *, by: Acting, assessment: str) -> SeatApplication:
    """補欠: the applicant moves up when somebody selected declines or leaves before the term is over."""
    application = locked(application)
    require(can_reserve_application(by, application))
    listed = SeatApplication.objects.filter(recruitment=application.recruitment)
    last = listed.aggregate(last=Max("reserve_rank"))["last"] or 0
    application.step("reserve", by=by, reason=assessment, reserve_rank=last + 1)
    audit.record("governance.seat_application.reserved", by=by, target=application)
    return application


@transaction.atomic
def set_aside(application: SeatApplication, *, by: Acting, assessment: str) -> SeatApplication:
    """The selection committee does not put an applicant on the mayor's list."""
    application = locked(application)
    require(can_set_aside_application(by, application))
    application.step("set_aside", by=by, reason=assessment)
    audit.record("governance.seat_application.set_aside", by=by, target=application)
    return application


@transaction.atomic
def select(application: SeatApplication, *, by: Acting) -> SeatApplication:
    """選出: the mayor selects one of those who applied (第10条第1項)."""
    application = locked(application)
    require(can_select_application(by, application))
    application.step("select", by=by)
    audit.record("governance.seat_application.selected", by=by, target=application)
    notifications.application_selected(application)
    return application


@transaction.atomic
def decline(application: SeatApplication, *, by: Acting) -> SeatApplication:
    """The mayor does not select an applicant; the letter is neutral."""
    application = locked(application)
    require(can_decline_application(by, application))
    application.step("decline", by=by)
    audit.record("governance.seat_application.declined", by=by, target=application)
    notifications.application_declined(application)
    return application


def _scores(application: SeatApplication) -> int:
    return application.assessments.filter(score__isnull=False).count()
