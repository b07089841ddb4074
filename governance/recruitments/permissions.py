"""Who may call for members, and when a call is ready to be announced (M5)."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from governance.applications.lifecycle import SHORTLIST, UNDECIDED, Channel
from governance.applications.requirements import setting
from governance.committees.permissions import maximum_of
from portal.foundation import clock, parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds

from .lifecycle import RECRUITMENT
from .models import Recruitment

REQUIRED_ITEMS = ("duties", "remuneration", "selection_method", "how_to_apply", "required_items")
"""Dates and seats are columns that cannot be empty; these are the words a call has to say (公募の告知事項)."""


def can_plan_recruitment(by: Acting) -> Decision:
    """The secretariat and public relations plan and announce; the mayor may decide it himself."""
    return holds(by, "committee.recruitment_announcement") or _is_mayor(by)


def can_revise_recruitment(by: Acting, recruitment: Recruitment) -> Decision:
    """What has been announced no longer changes under the feet of those who apply."""
    return can_plan_recruitment(by) and RECRUITMENT.allows("revise", recruitment.status)


def can_announce_recruitment(by: Acting, recruitment: Recruitment) -> Decision:
    return (
        can_plan_recruitment(by)
        and RECRUITMENT.allows("announce", recruitment.status)
        and _says_everything(recruitment)
        and _is_not_over(recruitment)
        and _fits_the_maximum(recruitment)
        and _retention_is_decided()
    )


def can_extend_recruitment(by: Acting, recruitment: Recruitment) -> Decision:
    """Too few applied: the secretariat may go on accepting, or leave seats empty (a maximum is no quota)."""
    return _is_secretariat(by) and RECRUITMENT.allows("extend", recruitment.status) and _is_short(recruitment)


def can_complete_recruitment(by: Acting, recruitment: Recruitment) -> Decision:
    return (
        _is_secretariat(by)
        and RECRUITMENT.allows("complete", recruitment.status)
        and _everybody_has_a_result(recruitment)
        and _enough_public_members(recruitment)
    )


def can_cancel_recruitment(by: Acting, recruitment: Recruitment) -> Decision:
    """Calling it off touches those who applied, so it stays with the secretariat and the mayor."""
    return (_is_secretariat(by) or _is_mayor(by)) and RECRUITMENT.allows("cancel", recruitment.status)


def _is_secretariat(by: Acting) -> Decision:
    return holds(by, "committee.secretariat")


def _is_mayor(by: Acting) -> Decision:
    return holds(by, "mayor.decide")


def missing_items(recruitment: Recruitment) -> list[str]:
    """What a call still leaves unsaid, by the name of the item."""
    empty = [name for name in REQUIRED_ITEMS if not getattr(recruitment, name).strip()]
    labels = {field.name: str(field.verbose_name) for field in Recruitment._meta.concrete_fields}
    return [labels[name] for name in empty]


def _says_everything(recruitment: Recruitment) -> Decision:
    missing = missing_items(recruitment)
    if not missing:
        return True
    return Denied(
        format_lazy("{} {}", _("The announcement does not yet say:"), "、".join(missing)),
        _("Complete the plan first."),
    )


def _is_not_over(recruitment: Recruitment) -> Decision:
    if recruitment.closes_on >= clock.today():
        return True
    return Denied(_("The last day of the application period is over."), _("Complete the plan first."))


def _fits_the_maximum(recruitment: Recruitment) -> Decision:
    maximum = maximum_of(recruitment.term, clock.today())
    if recruitment.seats <= maximum:
        return True
    return Denied(
        _("The committee may have at most %(maximum)s members (Article 8).") % {"maximum": maximum},
        _("The mayor can allow more members by a decision (Article 8, paragraph 2)."),
    )


def _retention_is_decided() -> Decision:
    try:
        parameters.value("application.retention_days")
    except parameters.NotSet as missing:
        return missing
    return True


def _is_short(recruitment: Recruitment) -> Decision:
    if recruitment.applications.still_in().count() < recruitment.seats:
        return True
    return Denied(_("Enough people have applied; the period stays as it was announced."))


def _enough_public_members(recruitment: Recruitment) -> Decision:
    """``minimum_public_members``: so many have to come from the public call itself, where a town says so."""
    least = setting("committee.minimum_public_members")
    if least is None:
        return True
    chosen = recruitment.applications.filter(status__in=SHORTLIST).exclude(channel=Channel.NOMINATED)
    if chosen.count() >= least:
        return True
    return Denied(
        _("At least %(least)s members have to come from the public call.") % {"least": least},
        _("Extend the application period, or let the mayor select more of those who applied."),
    )


def _everybody_has_a_result(recruitment: Recruitment) -> Decision:
    waiting = recruitment.applications.filter(status__in=UNDECIDED).count()
    if not waiting:
        return True
    return Denied(
        _("%(count)s applicants have not been told a result yet.") % {"count": waiting},
        _("The mayor selects or declines first."),
    )
