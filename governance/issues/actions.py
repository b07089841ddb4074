"""The verbs of an issue: raise, discuss, decide, finish, reopen."""

from __future__ import annotations

from django.db import transaction

from communities.models import Room
from governance.meetings.models import Meeting
from governance.resolutions.models import Resolution
from portal.foundation import audit
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from portal.foundation.locking import locked
from residents.models import Body

from . import notifications, permissions
from .lifecycle import IssueStatus
from .models import CommitteeIssue


@transaction.atomic
def raise_issue(
    body: Body, *, by: Acting, title: str, about: str, is_public: bool = True, closing_ground: str = ""
) -> CommitteeIssue:
    """Put something on the committee's register; keeping it from the public needs a stated ground.

    The same words sent twice are one issue.
    """
    body = Body.objects.select_for_update().get(pk=body.pk)
    require(permissions.can_raise_issue(by, body))
    sent = body.issues.filter(title=title, about=about, status=IssueStatus.RAISED).first()
    if sent is not None:
        return sent
    issue = CommitteeIssue(
        body=body,
        title=title,
        about=about,
        raised_for=by.body,
        is_public=is_public,
        closing_ground=closing_ground,
    )
    issue.step("raise_issue", by=by)
    audit.record("governance.issue.raised", by=by, target=issue, public=is_public)
    notifications.issue_raised(issue, by)
    return issue


@transaction.atomic
def discuss(
    issue: CommitteeIssue,
    *,
    by: Acting,
    discussion: str,
    meeting: Meeting | None = None,
    room: Room | None = None,
) -> CommitteeIssue:
    """Say where it was talked about and what was said; it may be talked about more than once."""
    issue = locked(issue, "body", "meeting", "room")
    require(permissions.can_discuss_issue(by, issue, meeting, room))
    require(permissions.names_where(meeting, room))
    issue.step(
        "discuss",
        by=by,
        reason=discussion,
        discussion=discussion,
        meeting=meeting or issue.meeting,
        room=room or issue.room,
    )
    audit.record("governance.issue.discussed", by=by, target=issue)
    notifications.issue_discussed(issue, by)
    return issue


@transaction.atomic
def decide(
    issue: CommitteeIssue, *, by: Acting, decision: str, resolution: Resolution | None = None
) -> CommitteeIssue:
    """What the committee will do about it; naming the resolution where it passed one."""
    issue = locked(issue, "body", "meeting", "room")
    require(permissions.can_decide_issue(by, issue, resolution))
    issue.step("decide", by=by, reason=decision, decision=decision, resolution=resolution)
    number = resolution.printed_number if resolution is not None else ""
    audit.record("governance.issue.decided", by=by, target=issue, reference=number, public=issue.is_public)
    notifications.issue_decided(issue, by)
    return issue


@transaction.atomic
def finish(issue: CommitteeIssue, *, by: Acting, outcome: str) -> CommitteeIssue:
    """What was decided has been done."""
    issue = locked(issue, "body", "meeting", "room")
    require(permissions.can_finish_issue(by, issue))
    issue.step("finish", by=by, reason=outcome, outcome=outcome)
    audit.record("governance.issue.finished", by=by, target=issue, public=issue.is_public)
    notifications.issue_finished(issue, by)
    return issue


@transaction.atomic
def reopen(issue: CommitteeIssue, *, by: Acting, reason: str) -> CommitteeIssue:
    """What was held to be done comes back before the committee, which discusses and decides anew (checklist 67).

    What was decided before stays readable until something else is decided; that it was done is said no longer.
    """
    issue = locked(issue, "body", "meeting", "room")
    require(permissions.can_reopen_issue(by, issue))
    issue.step("reopen", by=by, reason=reason, outcome="")
    audit.record("governance.issue.reopened", by=by, target=issue, reason=reason, public=issue.is_public)
    notifications.issue_reopened(issue, by, reason)
    return issue
