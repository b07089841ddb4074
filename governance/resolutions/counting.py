"""Who counts as present for one motion, and how the votes on it stand, by each way of voting."""

from typing import Any

from governance.meetings.models import Meeting
from portal.foundation import clock, parameters

from .lifecycle import Choice, VoteMethod
from .models import Resolution
from .tally import Count, Outcome, RecusedRule, outcome, quorum


def quorum_of(meeting: Meeting) -> int:
    """How many members must be present.

    Raises:
        NotSet: the committee has not decided a quorum.
    """
    return quorum(parameters.value("committee.quorum"), meeting.seats or 0)


def count_of(resolution: Resolution) -> Count:
    """The votes cast on a motion so far."""
    if resolution.method == VoteMethod.SECRET:
        ballots = dict(resolution.ballot_counts.values_list("choice", "ballots"))
        return Count(*(ballots.get(choice, 0) for choice in (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN)))
    choices = list(resolution.votes.values_list("choice", flat=True))
    return Count(choices.count(Choice.FOR), choices.count(Choice.AGAINST), choices.count(Choice.ABSTAIN))


def voting_present(resolution: Resolution) -> int:
    """Those who take part in a motion: the members present without the recused.

    In writing those who voted take part, wherever they are.
    """
    if resolution.method == VoteMethod.WRITTEN:
        return resolution.votes.count()
    recused = resolution.recusals.values("member")
    return resolution.meeting.attendances.exclude(member__in=recused).count()


def quorum_present(resolution: Resolution) -> int:
    """Those who count for the quorum of a motion: the recused only where a rule of the committee says so."""
    taking_part = voting_present(resolution)
    if recused_rule() == RecusedRule.NOT_COUNTED:
        return taking_part
    recused = resolution.recusals.values("member")
    if resolution.method == VoteMethod.WRITTEN:
        return taking_part + resolution.recusals.count()
    return taking_part + resolution.meeting.attendances.filter(member__in=recused).count()


def recused_rule() -> RecusedRule:
    """Without a rule of the committee, whoever takes no part is not counted among the present."""
    try:
        return RecusedRule(parameters.value("committee.recused_in_quorum"))
    except parameters.NotSet:
        return RecusedRule.NOT_COUNTED


def result_of(resolution: Resolution) -> Outcome:
    """What the votes mean for the members who take part."""
    return outcome(count_of(resolution), present=voting_present(resolution))


def has_voted(resolution: Resolution, person: Any) -> bool:
    """Whether, never how."""
    voters = resolution.secret_voters if resolution.method == VoteMethod.SECRET else resolution.votes
    return voters.filter(member=person).exists()


def is_voting_over(resolution: Resolution) -> bool:
    """Closed by who presides, or past the last moment for votes in writing."""
    if resolution.voting_closed_at is not None:
        return True
    return resolution.vote_by is not None and clock.now() >= resolution.vote_by
