"""Who may call for members, apply, assess and select (M5)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import has_city_connection, holds, is_active_resident

from .lifecycle import APPLICATION, RECRUITMENT, ApplicationStatus, RecruitmentStatus
from .models import Recruitment, SeatApplication


def can_plan_recruitment(by: Acting) -> Decision:
    """The secretariat and public relations plan and announce; the mayor may decide it himself."""
    return holds(by, "committee.recruitment_announcement") or _is_mayor(by)


def can_announce_recruitment(by: Acting, recruitment: Recruitment) -> Decision:
    return can_plan_recruitment(by) and RECRUITMENT.allows("announce", recruitment.status)


def can_complete_recruitment(by: Acting, recruitment: Recruitment) -> Decision:
    return _is_secretariat(by) and RECRUITMENT.allows("complete", recruitment.status)


def can_cancel_recruitment(by: Acting, recruitment: Recruitment) -> Decision:
    """Calling it off touches those who applied, so it stays with the secretariat and the mayor."""
    return (_is_secretariat(by) or _is_mayor(by)) and RECRUITMENT.allows("cancel", recruitment.status)


def can_submit_application(by: Acting, recruitment: Recruitment) -> Decision:
    """第11条: whoever lives, works or studies in the city, while applications are accepted."""
    if not is_active_resident(by.person):
        return Denied(_("Please log in to apply."), _("You can register with an e-mail address."))
    return (
        has_city_connection(by.person)
        and _accepts_applications(recruitment)
        and _has_not_applied(by.person, recruitment)
    )


def can_withdraw_application(by: Acting, application: SeatApplication) -> Decision:
    return _is_applicant(by, application) and APPLICATION.allows("withdraw", application.status)


def can_read_applications(by: Acting) -> Decision:
    """Secretariat, selection committee and mayor; nobody else sees who applied."""
    return holds(by, "committee.secretariat") or holds(by, "committee.selection") or _is_mayor(by)


def can_recommend_application(by: Acting, application: SeatApplication) -> Decision:
    return _may_assess(by, application) and APPLICATION.allows("recommend", application.status)


def can_set_aside_application(by: Acting, application: SeatApplication) -> Decision:
    return _may_assess(by, application) and APPLICATION.allows("set_aside", application.status)


def can_select_application(by: Acting, application: SeatApplication) -> Decision:
    return _is_mayor(by) and APPLICATION.allows("select", application.status)


def can_commission_application(by: Acting, application: SeatApplication) -> Decision:
    return _is_mayor(by) and APPLICATION.allows("commission", application.status)


def can_decline_application(by: Acting, application: SeatApplication) -> Decision:
    return _is_mayor(by) and APPLICATION.allows("decline", application.status)


def _is_secretariat(by: Acting) -> Decision:
    return holds(by, "committee.secretariat")


def _is_mayor(by: Acting) -> Decision:
    return holds(by, "mayor.decide")


def _accepts_applications(recruitment: Recruitment) -> Decision:
    if recruitment.status == RecruitmentStatus.ACCEPTING:
        return True
    return Denied(
        _("Applications for this recruitment are accepted from %(first)s to %(last)s.")
        % {"first": recruitment.opens_on, "last": recruitment.closes_on}
    )


def _has_not_applied(person: Any, recruitment: Recruitment) -> Decision:
    applied = recruitment.applications.by_applicant(person).exclude(status=ApplicationStatus.WITHDRAWN)
    return Denied(_("You have already applied in this recruitment.")) if applied.exists() else True


def _is_applicant(by: Acting, application: SeatApplication) -> Decision:
    return by.person == application.applicant or Denied(_("Only the applicant may do this."))


def _may_assess(by: Acting, application: SeatApplication) -> Decision:
    if by.person is not None and by.person == application.applicant:
        return Denied(_("Nobody assesses their own application."))
    return holds(by, "committee.selection")
