"""Who moves, who votes, and who declares what was decided (M5)."""

from django.utils.translation import gettext_lazy as _

from governance.meetings.models import Meeting
from governance.meetings.permissions import is_in_session, presides
from governance.seats.permissions import sits_on
from portal.foundation import parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied

from .lifecycle import RESOLUTION, Choice, Competence, ResolutionStatus
from .models import Resolution
from .tally import CastingVote, Count, Outcome, outcome, quorum


def can_propose_resolution(by: Acting, meeting: Meeting) -> Decision:
    return sits_on(by, meeting.body) and is_in_session(meeting) and _is_present(by, meeting)


def can_vote(by: Acting, resolution: Resolution) -> Decision:
    """Members who are present; caretakers and secretariat cannot vote (45)."""
    return (
        sits_on(by, resolution.body)
        and is_in_session(resolution.meeting)
        and RESOLUTION.allows("adopt", resolution.status)
        and _is_present(by, resolution.meeting)
        and _has_not_voted(by, resolution)
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


def quorum_of(meeting: Meeting) -> int:
    """How many members must be present.

    Raises:
        NotSet: the committee has not decided a quorum.
    """
    return quorum(parameters.value("committee.quorum"), meeting.seats or 0)


def count_of(resolution: Resolution) -> Count:
    """The votes cast on a motion so far."""
    choices = list(resolution.votes.values_list("choice", flat=True))
    return Count(choices.count(Choice.FOR), choices.count(Choice.AGAINST), choices.count(Choice.ABSTAIN))


def result_of(resolution: Resolution) -> Outcome:
    """What those votes mean for the members present."""
    return outcome(count_of(resolution), present=resolution.meeting.attendances.count())


def _may_declare(by: Acting, resolution: Resolution, verb: str) -> Decision:
    return (
        presides(by, resolution.meeting)
        and is_in_session(resolution.meeting)
        and RESOLUTION.allows(verb, resolution.status)
        and _has_quorum(resolution.meeting)
        and _voting_rule_is_decided()
    )


def _is_present(by: Acting, meeting: Meeting) -> Decision:
    if meeting.attendances.filter(member=by.person).exists():
        return True
    return Denied(_("Please register as present first."))


def _has_not_voted(by: Acting, resolution: Resolution) -> Decision:
    voted = resolution.votes.filter(member=by.person).exists()
    return Denied(_("You have already voted on this motion.")) if voted else True


def _has_quorum(meeting: Meeting) -> Decision:
    try:
        needed = quorum_of(meeting)
    except parameters.NotSet:
        return Denied(
            _("The committee has not yet decided how many members must be present (quorum)."),
            _("A rule of the committee has to say it first."),
        )
    present = meeting.attendances.count()
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
