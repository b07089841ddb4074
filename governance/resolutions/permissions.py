"""Who moves, who votes, and who declares what was decided (M5)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from governance.meetings.models import Meeting
from governance.meetings.permissions import is_in_session, presides
from governance.seats.models import Seat
from governance.seats.permissions import sits_on
from portal.foundation import clock, parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied

from .counting import has_voted, is_voting_over, quorum_of, quorum_present, result_of
from .lifecycle import RESOLUTION, Competence, ResolutionStatus, VoteMethod
from .models import Resolution
from .tally import CastingVote, Outcome


def can_propose_resolution(by: Acting, meeting: Meeting) -> Decision:
    return sits_on(by, meeting.body) and is_in_session(meeting) and _is_present(by, meeting)


def can_vote(by: Acting, resolution: Resolution) -> Decision:
    """Members who are present, or any member in writing; caretakers and secretariat cannot vote (45)."""
    return (
        sits_on(by, resolution.body)
        and is_in_session(resolution.meeting)
        and RESOLUTION.allows("adopt", resolution.status)
        and (resolution.method == VoteMethod.WRITTEN or _is_present(by, resolution.meeting))
        and _takes_part(by.person, resolution)
        and _voting_goes_on(resolution)
        and _has_not_voted(by.person, resolution)
    )


def can_recuse(by: Acting, resolution: Resolution, member: Any) -> Decision:
    """除斥: members step back themselves, or who presides names them; nobody who has voted already."""
    return (
        is_in_session(resolution.meeting)
        and RESOLUTION.allows("recuse", resolution.status)
        and ((by.person == member and sits_on(by, resolution.body)) or presides(by, resolution.meeting))
        and _has_a_seat_today(member, resolution)
        and _takes_part(member, resolution)
        and _has_not_voted(member, resolution)
    )


def can_close_voting(by: Acting, resolution: Resolution) -> Decision:
    """A secret or written vote is closed before anybody sees how it stands."""
    if resolution.method == VoteMethod.SHOW_OF_HANDS:
        return Denied(_("A show of hands needs no closing: the result is declared at once."))
    return (
        presides(by, resolution.meeting)
        and is_in_session(resolution.meeting)
        and RESOLUTION.allows("close_voting", resolution.status)
        and _voting_goes_on(resolution)
    )


def can_withdraw_resolution(by: Acting, resolution: Resolution) -> Decision:
    return (
        sits_on(by, resolution.body)
        and (
            by.person == resolution.proposed_by or Denied(_("Only the member who moved it may withdraw it."))
        )
        and RESOLUTION.allows("withdraw", resolution.status)
    )


def can_adopt_resolution(by: Acting, resolution: Resolution) -> Decision:
    """The person presiding declares it carried: enough members present, enough votes in favour."""
    return _may_declare(by, resolution, "adopt") and _is_carried(resolution)


def can_reject_resolution(by: Acting, resolution: Resolution) -> Decision:
    return _may_declare(by, resolution, "reject") and _is_not_carried(resolution)


def _may_declare(by: Acting, resolution: Resolution, verb: str) -> Decision:
    return (
        presides(by, resolution.meeting)
        and is_in_session(resolution.meeting)
        and RESOLUTION.allows(verb, resolution.status)
        and _is_counted(resolution)
        and _has_quorum(resolution)
        and _voting_rule_is_decided()
    )


def _is_present(by: Acting, meeting: Meeting) -> Decision:
    if meeting.attendances.filter(member=by.person).exists():
        return True
    return Denied(_("Please register as present first."))


def _has_not_voted(person: Any, resolution: Resolution) -> Decision:
    if has_voted(resolution, person):
        return Denied(_("This member has already voted on this motion."))
    return True


def _takes_part(person: Any, resolution: Resolution) -> Decision:
    if resolution.recusals.filter(member=person).exists():
        return Denied(_("A recused member takes no part in this motion."))
    return True


def _has_a_seat_today(person: Any, resolution: Resolution) -> Decision:
    if Seat.objects.of_body(resolution.body).on(clock.today()).filter(person=person).exists():
        return True
    return Denied(_("Only members of today can be recused."))


def _voting_goes_on(resolution: Resolution) -> Decision:
    return Denied(_("The voting on this motion is over.")) if is_voting_over(resolution) else True


def _is_counted(resolution: Resolution) -> Decision:
    """How a secret or written vote stands is nobody's to see while it goes on."""
    if resolution.method == VoteMethod.SHOW_OF_HANDS or is_voting_over(resolution):
        return True
    return Denied(_("The voting on this motion is still going on."))


def _has_quorum(resolution: Resolution) -> Decision:
    try:
        needed = quorum_of(resolution.meeting)
    except parameters.NotSet:
        return Denied(
            _("The committee has not yet decided how many members must be present (quorum)."),
            _("A rule of the committee has to say it first."),
        )
    present = quorum_present(resolution)
    if present >= needed:
        return True
    return Denied(
        _("%(present)s members are present; %(needed)s are needed to decide.")
        % {"present": present, "needed": needed}
    )


def _voting_rule_is_decided() -> Decision:
    try:
        parameters.value("committee.voting_rule")
    except parameters.NotSet:
        return Denied(
            _("The committee has not yet decided what majority carries a motion."),
            _("A rule of the committee has to say it first."),
        )
    return True


def _tie_may_carry() -> bool:
    try:
        return parameters.value("committee.casting_vote") == CastingVote.CHAIR
    except parameters.NotSet:
        return False


def _is_carried(resolution: Resolution) -> Decision:
    result = result_of(resolution)
    if result == Outcome.CARRIED or (result == Outcome.TIED and _tie_may_carry()):
        return True
    if result == Outcome.TIED:
        return Denied(_("The votes are tied, and no rule says who decides a tie."))
    return Denied(_("Fewer than half of the members present voted for it."))


def _is_not_carried(resolution: Resolution) -> Decision:
    if result_of(resolution) != Outcome.CARRIED:
        return True
    return Denied(_("More than half of the members present voted for it."))


def can_rest_on(by: Acting, resolution: Resolution | None, *competences: Competence) -> Decision:
    """Is there an adopted resolution of one's own body, about such a matter, that an act can rest on?"""
    if resolution is None:
        return Denied(_("The committee decides this by resolution."), _("Name the resolution it rests on."))
    if resolution.body != by.body:
        return Denied(_("This resolution was adopted by another body."))
    if resolution.status != ResolutionStatus.ADOPTED:
        return Denied(_("This resolution has not been adopted."))
    if competences and resolution.competence not in competences:
        return Denied(_("This resolution rests on another item of Article 9."))
    return True
