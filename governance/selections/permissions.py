"""Who interviews, assesses, draws up the mayor's list, and decides about it (M5)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from governance.applications.lifecycle import APPLICATION, ApplicationStatus
from governance.applications.models import SeatApplication
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds

ASSESSORS_NEEDED = 2
"""選考 is never one person's: ``[>=2 selectors]`` in 2.7."""


def can_interview_application(by: Acting, application: SeatApplication) -> Decision:
    return may_judge(by, application) and APPLICATION.allows("interview", application.status)


def can_assess_application(by: Acting, application: SeatApplication) -> Decision:
    """Each selector once, after the interview, and never with a conflict."""
    return (
        may_judge(by, application) and _is_open_for_scores(application) and _has_not_scored(by, application)
    )


def can_declare_conflict(by: Acting, application: SeatApplication) -> Decision:
    """Whoever knows the applicant too well says so, as long as nothing has been decided."""
    return (
        holds(by, "committee.selection")
        and _is_before_the_decision(application)
        and _has_declared_no_conflict(by, application)
    )


def can_recommend_application(by: Acting, application: SeatApplication) -> Decision:
    return may_judge(by, application) and _allows_once_assessed("recommend", application)


def can_reserve_application(by: Acting, application: SeatApplication) -> Decision:
    return may_judge(by, application) and _allows_once_assessed("reserve", application)


def can_set_aside_application(by: Acting, application: SeatApplication) -> Decision:
    return may_judge(by, application) and _allows_once_assessed("set_aside", application)


def can_select_application(by: Acting, application: SeatApplication) -> Decision:
    return holds(by, "mayor.decide") and APPLICATION.allows("select", application.status)


def can_decline_application(by: Acting, application: SeatApplication) -> Decision:
    return holds(by, "mayor.decide") and APPLICATION.allows("decline", application.status)


def can_read_interview_notes(by: Acting, application: SeatApplication) -> Decision:
    """Interview notes and scores never leave the selection view (2.7)."""
    return may_judge(by, application)


def can_read_assessments(by: Acting, application: SeatApplication) -> Decision:
    """The panel's words and scores: for the selectors and for the mayor, who decides (M5)."""
    return (holds(by, "mayor.decide") and _is_not_the_applicant(by, application)) or may_judge(
        by, application
    )


def may_judge(by: Acting, application: SeatApplication) -> Decision:
    """A selector who is neither the applicant nor bound to them."""
    return (
        holds(by, "committee.selection")
        and _is_not_the_applicant(by, application)
        and _has_declared_no_conflict(by, application)
    )


def _is_not_the_applicant(by: Acting, application: SeatApplication) -> Decision:
    return by.person != application.applicant or Denied(_("Nobody assesses their own application."))


def _has_declared_no_conflict(by: Acting, application: SeatApplication) -> Decision:
    if _assessments(by.person, application).filter(score__isnull=True).exists():
        return Denied(
            _("You have declared a conflict of interest, so you take no part in judging this application."),
            _("Another selector goes on with it."),
        )
    return True


def _has_not_scored(by: Acting, application: SeatApplication) -> Decision:
    if _assessments(by.person, application).filter(score__isnull=False).exists():
        return Denied(_("You have already assessed this application."))
    return True


def _is_open_for_scores(application: SeatApplication) -> Decision:
    if application.status == ApplicationStatus.ASSESSED:
        return True
    if application.status == ApplicationStatus.SUBMITTED:
        return Denied(_("The interview comes before the assessment."))
    return APPLICATION.allows("assess", application.status)


def _is_before_the_decision(application: SeatApplication) -> Decision:
    early = {ApplicationStatus.SUBMITTED, ApplicationStatus.INTERVIEWED, ApplicationStatus.ASSESSED}
    return application.status in early or APPLICATION.allows("interview", application.status)


def _allows_once_assessed(verb: str, application: SeatApplication) -> Decision:
    is_early = application.status in (ApplicationStatus.SUBMITTED, ApplicationStatus.INTERVIEWED)
    if is_early or (application.status == ApplicationStatus.ASSESSED and not _has_two_scores(application)):
        return Denied(
            _("At least two selectors have to assess an application before the list is drawn up."),
            _("Ask a colleague of the selection committee to assess it as well."),
        )
    return APPLICATION.allows(verb, application.status)


def _has_two_scores(application: SeatApplication) -> bool:
    """A score may have been taken out again by a conflict declared late."""
    return application.assessments.filter(score__isnull=False).count() >= ASSESSORS_NEEDED


def _assessments(person: Any, application: SeatApplication) -> Any:
    return application.assessments.filter(selector=person)
