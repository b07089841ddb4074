"""Who makes a member chair or vice-chair, on what it rests, and who may leave the office again (M5)."""

from django.utils.translation import gettext_lazy as _

from governance.committees.models import CommitteeTerm
from governance.resolutions.lifecycle import Competence
from governance.resolutions.models import Resolution
from governance.resolutions.permissions import can_rest_on
from governance.seats.lifecycle import OFFICE, OfficeChoice, OfficeKind, SeatStatus
from governance.seats.models import Office, Seat
from governance.seats.permissions import sits_on
from governance.seats.vacancies import vacancies
from portal.foundation import parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.models import Body
from residents.roles.holdings import holds

COMPETENCES = (Competence.PLANNING, Competence.OTHER)
"""An election is a matter of the committee's own working: 第9条第1号, or 第6号 where it sees it so."""


def can_choose_office(by: Acting, seat: Seat, kind: str, resolution: Resolution | None = None) -> Decision:
    """互選: whom the committee elected by resolution; or whom the mayor appoints, where a rule says so."""
    return may_fill_office(by, seat, kind) and (not is_elected() or _was_elected(by, seat, resolution))


def may_fill_office(by: Acting, seat: Seat, kind: str) -> Decision:
    """Everything but the resolution, which is named on the page itself."""
    return (
        may_choose_offices(by, seat.term.body)
        and _seat_may_hold_office(seat)
        and _office_is_vacant(seat.term, kind)
    )


def may_choose_offices(by: Acting, body: Body) -> Decision:
    """Whoever the setting names chooses; the guideline itself does not say (1.K 139)."""
    try:
        choice = parameters.value("committee.office_choice")
    except parameters.NotSet:
        return Denied(
            _("The committee has not yet decided how its chair and vice-chairs are chosen."),
            _("A rule of the committee has to say it first."),
        )
    if choice == OfficeChoice.MUTUAL_ELECTION:
        return sits_on(by, body)
    return holds(by, "mayor.decide")


def is_elected() -> bool:
    """Do the members elect from among themselves today?"""
    try:
        return parameters.value("committee.office_choice") == OfficeChoice.MUTUAL_ELECTION
    except parameters.NotSet:
        return False


def can_step_down(by: Acting, office: Office) -> Decision:
    return (
        sits_on(by, office.seat.term.body)
        and (by.person == office.seat.person or Denied(_("Only the person in office may step down.")))
        and OFFICE.allows("step_down", office.status)
    )


def _was_elected(by: Acting, seat: Seat, resolution: Resolution | None) -> Decision:
    return (
        can_rest_on(by, resolution, *COMPETENCES)
        and _is_of_this_term(resolution, seat.term)
        and _names(resolution, seat)
    )


def _is_of_this_term(resolution: Resolution | None, term: CommitteeTerm) -> Decision:
    if resolution is not None and resolution.term_id == term.pk:
        return True
    return Denied(_("This resolution was adopted in another term."))


def _names(resolution: Resolution | None, seat: Seat) -> Decision:
    """A resolution about something else elects nobody: the name of the elected stands in it."""
    words = "".join(f"{resolution.title}{resolution.text}".split()) if resolution else ""
    if "".join(str(seat.person).split()) in words:
        return True
    return Denied(
        _("This resolution does not name %(person)s.") % {"person": seat.person},
        _("Name the resolution by which this member was elected."),
    )


def _seat_may_hold_office(seat: Seat) -> Decision:
    if seat.status != SeatStatus.SERVING:
        return Denied(_("Only a serving member can hold this office."))
    if seat.offices.held().exists():
        return Denied(_("This member already holds an office."))
    return True


def _office_is_vacant(term: CommitteeTerm, kind: str) -> Decision:
    if vacancies(term)[OfficeKind(kind)] > 0:
        return True
    return Denied(_("This office is not vacant."))
