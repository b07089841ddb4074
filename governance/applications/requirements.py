"""Who may sit on a committee once more, or on one more: conventions a town may lay down, all off unless set (2.7)."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from governance.committees.models import CommitteeTerm
from governance.committees.terms import term_end
from portal.foundation import clock, parameters
from portal.foundation.decisions import Decision, Denied
from residents.models import Body, BodyMembership


def may_sit_in(person: Any, term: CommitteeTerm) -> Decision:
    """Asked when somebody applies, and again when the mayor commissions."""
    return _sits_not_too_often(person, term) and _sits_not_too_widely(person, term)


def setting(name: str) -> Any:
    """A convention of the town; ``None`` where it has none."""
    try:
        return parameters.value(name)
    except parameters.NotSet:
        return None


def _sits_not_too_often(person: Any, term: CommitteeTerm) -> Decision:
    """``max_consecutive_terms`` and ``cooling_off_years``: within the first, the second does not bite."""
    most, years = setting("committee.max_consecutive_terms"), setting("committee.cooling_off_years")
    if most is None and years is None:
        return True
    sat = _last_days(person, term)
    in_a_row = _in_a_row(sat, term.number)
    if most is not None and in_a_row >= most:
        return Denied(
            _("Nobody sits on this committee for more than %(most)s terms in a row.") % {"most": most}
        )
    if years is None or not sat or (most is not None and in_a_row):
        return True
    free_from = term_end(max(sat.values()), years) + clock.ONE_DAY
    if term.starts_on > free_from:
        return True
    return Denied(
        _("Whoever sat on this committee may return only %(years)s years after leaving it.")
        % {"years": years}
    )


def _last_days(person: Any, term: CommitteeTerm) -> dict[int, date]:
    """number of an earlier term → the last day this person really sat in it."""
    seats = person.committee_seats.filter(term__body=term.body, term__number__lt=term.number)
    rows = [
        (seat.term.number, seat.starts_on, seat.ended_on or seat.ends_on)
        for seat in seats.select_related("term")
    ]
    return {number: last for number, first, last in rows if last >= first}


def _in_a_row(sat: dict[int, date], number: int) -> int:
    """How many terms in a row end with the one before this."""
    count = 0
    while number - 1 - count in sat:
        count += 1
    return count


def _sits_not_too_widely(person: Any, term: CommitteeTerm) -> Decision:
    """``other_body_conflict``: how many other committees a member may belong to on the first day."""
    most = setting("committee.other_body_conflict")
    if most is None:
        return True
    day = max(term.starts_on, clock.today())
    others = BodyMembership.objects.on(day).filter(person=person, body__kind=Body.Kind.COMMITTEE)
    if others.exclude(body=term.body).values("body").distinct().count() <= most:
        return True
    return Denied(
        _("Members may sit on at most %(most)s other committees at the same time.") % {"most": most}
    )
