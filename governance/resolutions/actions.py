"""The verbs of a motion: propose, vote, declare adopted or rejected, withdraw."""

from typing import Any

from django.db import transaction
from django.db.models import Max

from governance.committees.models import CommitteeTerm
from governance.meetings.models import Meeting
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications
from .lifecycle import Choice, Competence
from .models import Resolution, Vote
from .permissions import (
    can_adopt_resolution,
    can_propose_resolution,
    can_reject_resolution,
    can_vote,
    can_withdraw_resolution,
    count_of,
)


@transaction.atomic
def propose(meeting: Meeting, *, by: Acting, title: str, text: str, competence: Competence) -> Resolution:
    """Put a motion before the sitting, resting on one item of 第9条."""
    meeting = (
        Meeting.objects.select_for_update(of=("self",)).select_related("body", "term").get(pk=meeting.pk)
    )
    require(can_propose_resolution(by, meeting))
    resolution = Resolution(
        body=meeting.body,
        term=meeting.term,
        meeting=meeting,
        title=title,
        text=text,
        competence=competence,
        proposed_by=by.person,
    )
    resolution.step("propose", by=by)
    audit.record("governance.resolution.proposed", by=by, target=resolution)
    return resolution


@transaction.atomic
def vote(resolution: Resolution, *, by: Acting, choice: Choice) -> Vote:
    """A member who is present votes, once."""
    resolution = _locked(resolution)
    require(can_vote(by, resolution))
    ballot = Vote.objects.create(resolution=resolution, member=by.person, choice=choice, at=clock.now())
    audit.record("governance.resolution.voted", by=by, target=resolution)
    return ballot


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
        "present": resolution.meeting.attendances.count(),
    }


def _locked(resolution: Resolution) -> Resolution:
    return (
        Resolution.objects.select_for_update(of=("self",))
        .select_related("body", "term", "meeting__body", "meeting__term")
        .get(pk=resolution.pk)
    )
