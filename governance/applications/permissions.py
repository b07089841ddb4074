"""Who may apply, enter what came on paper, read and withdraw (M5)."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from governance.recruitments.lifecycle import RecruitmentStatus
from governance.recruitments.models import Recruitment
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import has_city_connection, holds, is_active_resident

from .lifecycle import APPLICATION
from .models import SeatApplication


def can_submit_application(by: Acting, recruitment: Recruitment) -> Decision:
    """第11条: whoever lives, works or studies in the city, while applications are accepted."""
    if not is_active_resident(by.person):
        return Denied(_("Please log in to apply."), _("You can register with an e-mail address."))
    return (
        has_city_connection(by.person)
        and _accepts_applications(recruitment)
        and has_not_applied(by.person, recruitment)
    )


def can_enter_application(by: Acting, recruitment: Recruitment) -> Decision:
    """The secretariat types in what came on paper, also after the last day."""
    open_for_paper = {RecruitmentStatus.ACCEPTING, RecruitmentStatus.CLOSED}
    return holds(by, "committee.secretariat") and (
        recruitment.status in open_for_paper or _accepts_applications(recruitment)
    )


def came_in_time(recruitment: Recruitment, received_on: date) -> Decision:
    """A paper counts by the day it reached the town hall."""
    if recruitment.opens_on <= received_on <= min(recruitment.closes_on, clock.today()):
        return True
    return _outside_the_window(recruitment)


def has_not_applied(person: Any, recruitment: Recruitment) -> Decision:
    applied = recruitment.applications.by_applicant(person).still_in()
    return Denied(_("You have already applied in this recruitment.")) if applied.exists() else True


def can_withdraw_application(by: Acting, application: SeatApplication) -> Decision:
    return _is_applicant(by, application) and APPLICATION.allows("withdraw", application.status)


def can_accept_application(by: Acting, application: SeatApplication) -> Decision:
    """Nobody becomes a member without having said yes."""
    return _is_applicant(by, application) and APPLICATION.allows("accept", application.status)


def can_turn_down_application(by: Acting, application: SeatApplication) -> Decision:
    return _is_applicant(by, application) and APPLICATION.allows("turn_down", application.status)


def can_commission_application(by: Acting, application: SeatApplication) -> Decision:
    return holds(by, "mayor.decide") and APPLICATION.allows("commission", application.status)


def can_read_applications(by: Acting) -> Decision:
    """Secretariat, selection committee and mayor; nobody else sees who applied."""
    return holds(by, "committee.secretariat") or holds(by, "committee.selection") or holds(by, "mayor.decide")


def _accepts_applications(recruitment: Recruitment) -> Decision:
    if recruitment.status == RecruitmentStatus.ACCEPTING:
        return True
    return _outside_the_window(recruitment)


def _outside_the_window(recruitment: Recruitment) -> Denied:
    return Denied(
        _("Applications for this recruitment are accepted from %(first)s to %(last)s.")
        % {"first": recruitment.opens_on, "last": recruitment.closes_on}
    )


def _is_applicant(by: Acting, application: SeatApplication) -> Decision:
    return by.person == application.applicant or Denied(_("Only the applicant may do this."))
