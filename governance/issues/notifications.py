"""The members and their secretariat hear what becomes of an issue."""

from __future__ import annotations

from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import CommitteeIssue


def issue_raised(issue: CommitteeIssue, by: Acting) -> None:
    _tell("issue_raised", issue, by, words=issue.about)


def issue_discussed(issue: CommitteeIssue, by: Acting) -> None:
    _tell("issue_discussed", issue, by, words=issue.discussion)


def issue_decided(issue: CommitteeIssue, by: Acting) -> None:
    _tell("issue_decided", issue, by, words=issue.decision)


def issue_finished(issue: CommitteeIssue, by: Acting) -> None:
    _tell("issue_finished", issue, by, words=issue.outcome)


def issue_reopened(issue: CommitteeIssue, by: Acting, reason: str) -> None:
    _tell("issue_reopened", issue, by, words=reason)


def _tell(kind: str, issue: CommitteeIssue, by: Acting, *, words: str) -> None:
    people = [*issue.body.members_on(), *people_holding("committee.secretariat")]
    outbox.post(
        f"governance.{kind}",
        [person for person in people if person != by.person],
        url=issue.get_absolute_url(),
        context={"committee": issue.body.name, "issue": issue.title, "words": words},
    )
