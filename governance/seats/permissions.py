"""Who sits on a committee, who commissions and ends a seat, who is its chair (M5)."""

from django.utils.translation import gettext_lazy as _

from governance.applications.models import SeatApplication
from governance.applications.permissions import can_commission_application
from governance.applications.requirements import may_sit_in
from governance.committees.models import CommitteeTerm
from governance.committees.permissions import maximum_of
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.models import Body
from residents.roles.holdings import belongs, holds

from .lifecycle import SEAT
from .models import Office, Seat


def sits_on(by: Acting, body: Body) -> Decision:
    """Acts for the committee and has a seat in it today."""
    return _acts_for(by, body) and _has_a_seat(by, body)


def is_chair_of(by: Acting, body: Body) -> Decision:
    """Acts for the committee and is its chair today."""
    return sits_on(by, body) and (
        Office.objects.of_body(body).on(clock.today()).chairs().filter(seat__person=by.person).exists()
        or Denied(_("Only the chair may do this."))
    )


def can_commission_seat(by: Acting, term: CommitteeTerm, application: SeatApplication | None) -> Decision:
    """第10条第1項, 第8条: the mayor, from an application of this recruitment, up to the maximum."""
    return (
        _is_mayor(by)
        and _comes_from_this_recruitment(application, term)
        and application is not None
        and can_commission_application(by, application)
        and may_sit_in(application.applicant, term)
        and _has_room_for_one_more(term)
    )


def can_resign_seat(by: Acting, seat: Seat) -> Decision:
    """In the committee's name; before the first day, when nobody acts for it yet, in one's own."""
    return (
        (by.person == seat.person or Denied(_("Only the member may resign this seat.")))
        and (seat.is_to_come or _acts_for(by, seat.term.body))
        and SEAT.allows("resign", seat.status)
    )


def can_accept_resignation(by: Acting, seat: Seat) -> Decision:
    return _is_mayor(by) and SEAT.allows("accept_resignation", seat.status)


def can_question_seat(by: Acting, seat: Seat) -> Decision:
    """第11条: somebody may have moved away; the secretariat asks, the mayor decides."""
    return holds(by, "committee.secretariat") and SEAT.allows("question", seat.status)


def can_uphold_seat(by: Acting, seat: Seat) -> Decision:
    return _is_mayor(by) and SEAT.allows("uphold", seat.status)


def can_disqualify_member(by: Acting, seat: Seat) -> Decision:
    return _is_mayor(by) and SEAT.allows("disqualify", seat.status)


def may_be_replaced(replaced: Seat | None, term: CommitteeTerm) -> Decision:
    """補欠委員: takes over a seat of the same term that ended before its time, for what is left of it."""
    if replaced is None:
        return True
    if Seat.objects.filter(term=term).to_be_replaced().filter(pk=replaced.pk).exists():
        return True
    return Denied(_("This seat is not free to be taken over."))


def can_dismiss_member(by: Acting, seat: Seat) -> Decision:
    return _is_mayor(by) and SEAT.allows("dismiss", seat.status)


def _acts_for(by: Acting, body: Body) -> Decision:
    if by.body != body:
        return Denied(_("Only those who act for “%(body)s” may do this.") % {"body": body})
    return belongs(by)


def _has_a_seat(by: Acting, body: Body) -> Decision:
    if Seat.objects.of_body(body).on(clock.today()).filter(person=by.person).exists():
        return True
    return Denied(_("You do not have a seat in “%(body)s” today.") % {"body": body})


def _is_mayor(by: Acting) -> Decision:
    return holds(by, "mayor.decide")


def _comes_from_this_recruitment(application: SeatApplication | None, term: CommitteeTerm) -> Decision:
    if application is not None and application.recruitment.term_id == term.pk:
        return True
    return Denied(
        _("Only a person who applied in this recruitment can be commissioned (Article 10, paragraph 1).")
    )


def _has_room_for_one_more(term: CommitteeTerm) -> Decision:
    maximum = maximum_of(term, clock.today())
    if term.seats.in_force().count() < maximum:
        return True
    return Denied(
        _("The committee already has %(maximum)s members, the maximum (Article 8).") % {"maximum": maximum},
        _("The mayor can allow more members by a decision (Article 8, paragraph 2)."),
    )
