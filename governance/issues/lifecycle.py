"""運営上の諸課題: raised, discussed, decided, done (checklist 67); what was not done after all is raised again."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class IssueStatus(models.TextChoices):
    RAISED = "raised", _("Raised")
    DISCUSSED = "discussed", _("Discussed")
    DECIDED = "decided", _("Decided")
    DONE = "done", _("Done")


THOSE_WHO_KEEP_IT = "committee member | secretariat"

ISSUE = Lifecycle(
    "governance.issue",
    IssueStatus,
    raise_issue=({START}, IssueStatus.RAISED, THOSE_WHO_KEEP_IT),
    discuss=({IssueStatus.RAISED, IssueStatus.DISCUSSED}, IssueStatus.DISCUSSED, THOSE_WHO_KEEP_IT),
    decide=({IssueStatus.DISCUSSED}, IssueStatus.DECIDED, "committee member"),
    finish=({IssueStatus.DECIDED}, IssueStatus.DONE, THOSE_WHO_KEEP_IT),
    reopen=({IssueStatus.DONE}, IssueStatus.RAISED, THOSE_WHO_KEEP_IT),
)

OPEN = frozenset({IssueStatus.RAISED, IssueStatus.DISCUSSED, IssueStatus.DECIDED})

TONES = {
    IssueStatus.RAISED: "info",
    IssueStatus.DISCUSSED: "info",
    IssueStatus.DECIDED: "warning",
    IssueStatus.DONE: "success",
}
