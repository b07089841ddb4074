"""Who may apply, enter what came on paper, read and withdraw (M5)."""

from datetime import date
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from governance.recruitments.lifecycle import RecruitmentStatus
from governance.recruitments.models import Recruitment
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import has_city_connection, holds, is_active_resident

from .lifecycle import APPLICATION, Channel, Fallback
from .models import SeatApplication, Supplement
from .requirements import may_sit_in, setting


def can_submit_application(by: Acting, recruitment: Recruitment) -> Decision:
    """第11条: whoever lives, works or studies in the city, while applications are accepted."""
    if not is_active_resident(by.person):
        return Denied(_("Please log in to apply."), _("You can register with an e-mail address."))
    return (
        has_city_connection(by.person)
        and _accepts_applications(recruitment)
        and has_not_applied(by.person, recruitment)
        and may_sit_in(by.person, recruitment.term)
    )


def can_draft_application(by: Acting, recruitment: Recruitment) -> Decision:
    """Whoever may apply may write first and hand in later."""
    return can_submit_application(by, recruitment)


def can_discard_draft(by: Acting, application: SeatApplication) -> Decision:
    return _is_applicant(by, application) and APPLICATION.allows("draft", application.status)


def can_nominate_applicant(by: Acting, recruitment: Recruitment) -> Decision:
    """``fallback``: where a town allows it and nobody applied, the secretariat may put somebody forward."""
    return (
        holds(by, "committee.secretariat")
        and _nomination_is_allowed()
        and (
            recruitment.status == RecruitmentStatus.CLOSED
            or Denied(_("Somebody is nominated only after the application period."))
        )
        and _nobody_applied(recruitment)
    )


def can_ask_supplement(by: Acting, application: SeatApplication) -> Decision:
    """Before the interview, and one question at a time."""
    return (
        (holds(by, "committee.secretariat") or holds(by, "committee.selection"))
        and APPLICATION.allows("ask_supplement", application.status)
        and (
            open_supplement(application) is None
            or Denied(_("The applicant has not yet answered what was asked before."))
        )
    )


def can_supplement(by: Acting, application: SeatApplication) -> Decision:
    return (
        _is_applicant(by, application)
        and APPLICATION.allows("supplement", application.status)
        and (open_supplement(application) is not None or Denied(_("Nothing is asked of you at present.")))
    )


def open_supplement(application: SeatApplication) -> Supplement | None:
    """What the applicant was asked and has not answered yet."""
    return application.supplements.filter(replied_at__isnull=True).first()


def answers_everything(recruitment: Recruitment, answers: dict[str, str]) -> Decision:
    """第12条: every required item of this call is answered."""
    missing = [
        item["label"]
        for item in recruitment.asked_items
        if item["required"] and not answers.get(item["label"], "").strip()
    ]
    if not missing:
        return True
    return Denied(format_lazy("{} {}", _("The application does not yet say:"), "、".join(missing)))


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


def _nomination_is_allowed() -> Decision:
    if setting("committee.fallback") == Fallback.NOMINATION:
        return True
    return Denied(_("No rule of this town lets anybody be nominated who did not apply."))


def _nobody_applied(recruitment: Recruitment) -> Decision:
    applied = recruitment.applications.still_in().exclude(channel=Channel.NOMINATED)
    return not applied.exists() or Denied(_("People have applied; the seats are filled from among them."))


def _outside_the_window(recruitment: Recruitment) -> Denied:
    return Denied(
        _("Applications for this recruitment are accepted from %(first)s to %(last)s.")
        % {"first": recruitment.opens_on, "last": recruitment.closes_on}
    )


def _is_applicant(by: Acting, application: SeatApplication) -> Decision:
    return by.person == application.applicant or Denied(_("Only the applicant may do this."))
