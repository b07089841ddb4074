"""意見公募: a draft lies open for comments before it is decided ([2.9] comment period optional)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class CommentPeriodStatus(models.TextChoices):
    OPEN = "open", _("Comments are received")
    CLOSED = "closed", _("Comments are being considered")
    PUBLISHED = "published", _("Answers published")


S = CommentPeriodStatus
RUNS_IT = "secretariat | enacting body"

COMMENT_PERIOD = Lifecycle(
    "governance.comment_period",
    CommentPeriodStatus,
    lay_open=({START}, S.OPEN, RUNS_IT),
    extend_comments=({S.OPEN}, S.OPEN, RUNS_IT),
    close_comments=({S.OPEN}, S.CLOSED, "clock"),
    publish_answers=({S.CLOSED}, S.PUBLISHED, "clock"),
)

TONES = {S.OPEN: "success", S.CLOSED: "info", S.PUBLISHED: "neutral"}


class Outcome(models.TextChoices):
    """What the body made of a group of comments (行政手続法第43条第1項: 考慮した結果とその理由)."""

    CHANGED = "changed", _("The draft was changed")
    PARTLY = "partly", _("The draft was changed in part")
    ALREADY = "already", _("The draft says so already")
    UNCHANGED = "unchanged", _("The draft was not changed")
    ELSEWHERE = "elsewhere", _("Outside this draft")


OUTCOME_TONES = {
    Outcome.CHANGED: "success",
    Outcome.PARTLY: "success",
    Outcome.ALREADY: "info",
    Outcome.UNCHANGED: "neutral",
    Outcome.ELSEWHERE: "neutral",
}
