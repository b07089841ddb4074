"""The verbs of a motion: propose, recuse, vote, close the voting, declare adopted or rejected, withdraw."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Case, F, Max, When
from django.utils.translation import gettext_lazy as _

from governance.committees.models import CommitteeTerm
from governance.meetings.models import Meeting
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied, require

from . import notifications
from .counting import count_of, voting_present
from .lifecycle import Choice, Competence, VoteMethod
from .models import BallotCount, Recusal, Resolution, SecretVoter, Vote
from .permissions import (
    can_adopt_resolution,
    can_close_voting,
    can_propose_resolution,
    can_recuse,
    can_reject_resolution,
    can_vote,
    can_withdraw_resolution,
)


@transaction.atomic
def propose(
    meeting: Meeting,
    *,
    by: Acting,
    title: str,
    text: str,
    competence: Competence,
    method: str = VoteMethod.SHOW_OF_HANDS,
    vote_by: datetime | None = None,
) -> Resolution:
    """Put a motion before the sitting, resting on one item of 第9条, to be voted on in one way."""
    meeting = (
        Meeting.objects.select_for_update(of=("self",)).select_related("body", "term").get(pk=meeting.pk)
    )
    require(can_propose_resolution(by, meeting) and _has_a_sound_deadline(method, vote_by))
    resolution = Resolution(
        body=meeting.body,
        term=meeting.term,
        meeting=meeting,
        title=title,
        text=text,
        competence=competence,
        proposed_by=by.person,
        method=method,
        vote_by=vote_by,
    )
    resolution.step("propose", by=by)
    if method == VoteMethod.SECRET:
        BallotCount.objects.bulk_create(
            BallotCount(resolution=resolution, choice=choice) for choice in Choice
        )
    audit.record("governance.resolution.proposed", by=by, target=resolution)
    return resolution


@transaction.atomic
def vote(resolution: Resolution, *, by: Acting, choice: Choice) -> None:
    """A member votes, once; of a secret ballot nothing is kept but that it was cast, and one count more."""
    resolution = _locked(resolution)
    require(can_vote(by, resolution))
    if resolution.method == VoteMethod.SECRET:
        SecretVoter.objects.create(resolution=resolution, member=by.person)
        one_more = Case(When(choice=choice, then=1), default=0)
        resolution.ballot_counts.update(ballots=F("ballots") + one_more)
    else:
        Vote.objects.create(resolution=resolution, member=by.person, choice=choice, at=clock.now())
    audit.record("governance.resolution.voted", by=by, target=resolution)


@transaction.atomic
def recuse(resolution: Resolution, *, by: Acting, member: Any, ground: str) -> Recusal:
    """A member takes no part in one motion: neither votes nor, unless a rule says so, counts as present."""
    resolution = _locked(resolution)
    require(can_recuse(by, resolution, member))
    resolution.step("recuse", by=by)
    recusal = Recusal.objects.create(resolution=resolution, member=member, ground=ground, at=clock.now())
    audit.record("governance.resolution.recused", by=by, target=resolution, details={"ground": str(ground)})
    return recusal


@transaction.atomic
def close_voting(resolution: Resolution, *, by: Acting) -> Resolution:
    """End a secret or written vote, so that it can be counted and declared."""
    resolution = _locked(resolution)
    require(can_close_voting(by, resolution))
    resolution.step("close_voting", by=by, voting_closed_at=clock.now())
    audit.record("governance.resolution.voting_closed", by=by, target=resolution)
    return resolution


@transaction.atomic
def adopt(resolution: Resolution, *, by: Acting) -> Resolution:
    """Declare a motion carried and give it the next number of the term: 第5期第3号."""
    resolution = _locked(resolution)
    term = CommitteeTerm.objects.select_for_update().get(pk=resolution.term_id)
    require(can_adopt_resolution(by, resolution))
    last = Resolution.objects.filter(term=term).aggregate(last=Max("number"))["last"] or 0
    resolution.step("adopt", by=by, number=last + 1, adopted_on=clock.today(), **_counted(resolution))
    audit.record(
        "governance.resolution.adopted",
        by=by,
        target=resolution,
        reference=resolution.printed_number,
        public=True,
    )
    notifications.resolution_adopted(resolution, by=by)
    return resolution


@transaction.atomic
def reject(resolution: Resolution, *, by: Acting) -> Resolution:
    """Declare that a motion was not carried."""
    resolution = _locked(resolution)
    require(can_reject_resolution(by, resolution))
    resolution.step("reject", by=by, **_counted(resolution))
    audit.record("governance.resolution.rejected", by=by, target=resolution)
    return resolution


@transaction.atomic
def withdraw(resolution: Resolution, *, by: Acting) -> Resolution:
    """Take one's motion back before it is decided."""
    resolution = _locked(resolution)
    require(can_withdraw_resolution(by, resolution))
    resolution.step("withdraw", by=by)
    audit.record("governance.resolution.withdrawn", by=by, target=resolution)
    return resolution


def _counted(resolution: Resolution) -> dict[str, Any]:
    count = count_of(resolution)
    return {
        "votes_for": count.in_favour,
        "votes_against": count.against,
        "votes_abstaining": count.abstaining,
        "present": voting_present(resolution),
    }


def _has_a_sound_deadline(method: str, vote_by: datetime | None) -> Decision:
    if method != VoteMethod.WRITTEN:
        return vote_by is None or Denied(_("Only a vote in writing has a deadline."))
    if vote_by is not None and vote_by > clock.now():
        return True
    return Denied(_("A vote in writing needs a deadline that is still to come."))


def _locked(resolution: Resolution) -> Resolution:
    return (
        Resolution.objects.select_for_update(of=("self",))
        .select_related("body", "term", "meeting__body", "meeting__term")
        .get(pk=resolution.pk)
    )
