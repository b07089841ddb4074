"""Who keeps the register of issues, and who decides on one (checklist 67)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from communities.models import Room
from governance.meetings.models import Meeting
from governance.resolutions.models import Resolution
from governance.seats.permissions import sits_on
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.models import Body
from residents.roles.holdings import holds

from .lifecycle import ISSUE
from .models import CommitteeIssue


def can_raise_issue(by: Acting, body: Body) -> Decision:
    """Any member of the committee, and its secretariat."""
    return holds(by, "committee.secretariat") or sits_on(by, body)


def can_discuss_issue(
    by: Acting, issue: CommitteeIssue, meeting: Meeting | None = None, room: Room | None = None
) -> Decision:
    """It was talked about in a meeting of this committee, or in a room everybody can read."""
    return (
        can_raise_issue(by, issue.body)
        and ISSUE.allows("discuss", issue.status)
        and _is_of_this_committee(issue, meeting)
        and (room is None or room.is_public or Denied(_("Not everybody can read this room.")))
    )


def names_where(meeting: Meeting | None, room: Room | None) -> Decision:
    """What was talked about was talked about somewhere."""
    if meeting is not None or room is not None:
        return True
    return Denied(_("Name the meeting or the room in which it was talked about."))


def can_decide_issue(by: Acting, issue: CommitteeIssue, resolution: Resolution | None = None) -> Decision:
    """The committee alone decides; where it did so by resolution, by one that it adopted."""
    return (
        sits_on(by, issue.body)
        and ISSUE.allows("decide", issue.status)
        and (resolution is None or _is_theirs(issue, resolution))
    )


def can_finish_issue(by: Acting, issue: CommitteeIssue) -> Decision:
    return can_raise_issue(by, issue.body) and ISSUE.allows("finish", issue.status)


def can_reopen_issue(by: Acting, issue: CommitteeIssue) -> Decision:
    """Those who keep the register, once it said that all was done."""
    return can_raise_issue(by, issue.body) and ISSUE.allows("reopen", issue.status)


def _is_of_this_committee(issue: CommitteeIssue, meeting: Meeting | None) -> Decision:
    if meeting is None or meeting.body_id == issue.body_id:
        return True
    return Denied(_("This meeting is not one of this committee."))


def _is_theirs(issue: CommitteeIssue, resolution: Resolution) -> Decision:
    if Resolution.objects.adopted().of_body(issue.body).filter(pk=resolution.pk).exists():
        return True
    return Denied(_("This resolution was not adopted by this committee."))
