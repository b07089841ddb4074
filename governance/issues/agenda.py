"""Issues on the secretariat's desk: what the committee has not finished."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .lifecycle import IssueStatus
from .models import CommitteeIssue

NEXT = {
    IssueStatus.RAISED: _("Discuss the issue"),
    IssueStatus.DISCUSSED: _("Decide on the issue"),
    IssueStatus.DECIDED: _("Do what was decided"),
}


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """One line per open issue, without a day: it waits."""
    waiting = CommitteeIssue.objects.visible_to(by).open().select_related("body").order_by("pk")[:AT_ONCE]
    return [
        Matter(
            issue.title,
            NEXT[IssueStatus(issue.status)],
            issue.get_absolute_url(),
            None,
            _("Committee members"),
        )
        for issue in waiting
    ]
