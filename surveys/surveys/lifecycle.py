"""From plan to published result [2.12], in the verbs the town hall really performs."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class SurveyStatus(models.TextChoices):
    PLANNING = "planning", _("in planning")
    REVIEW = "review", _("content under review")
    APPROVED = "approved", _("content approved")
    PERMITTED = "permitted", _("ready to open")
    COLLECTING = "collecting", _("open for answers")
    SUSPENDED = "suspended", _("interrupted")
    CLOSED = "closed", _("answering closed")
    TALLIED = "tallied", _("being evaluated")
    PUBLISHED = "published", _("result published")
    CANCELLED = "cancelled", _("survey given up")


S = SurveyStatus
BEFORE_OPENING = frozenset({S.PLANNING, S.REVIEW, S.APPROVED, S.PERMITTED})
PUBLIC = frozenset({S.COLLECTING, S.SUSPENDED, S.CLOSED, S.TALLIED, S.PUBLISHED})

SURVEY = Lifecycle(
    "surveys.survey",
    SurveyStatus,
    plan=({START}, S.PLANNING, "sponsor"),
    design=({S.PLANNING}, S.PLANNING, "sponsor or form operator"),
    submit=({S.PLANNING}, S.REVIEW, "sponsor"),
    send_back=({S.REVIEW, S.APPROVED}, S.PLANNING, "content approver"),
    approve=({S.REVIEW}, S.APPROVED, "content approver"),
    permit=({S.APPROVED}, S.PERMITTED, "system management body"),
    open=({S.PERMITTED}, S.COLLECTING, "sponsor"),
    suspend=({S.COLLECTING}, S.SUSPENDED, "sponsor"),
    resume=({S.SUSPENDED}, S.COLLECTING, "sponsor"),
    extend=({S.COLLECTING}, S.COLLECTING, "sponsor"),
    close=({S.COLLECTING, S.SUSPENDED}, S.CLOSED, "sponsor or clock"),
    tally=({S.CLOSED}, S.TALLIED, "tallier"),
    publish=({S.TALLIED}, S.PUBLISHED, "sponsor"),
    cancel=(BEFORE_OPENING, S.CANCELLED, "sponsor"),
)

TONES = {
    S.COLLECTING: "success",
    S.SUSPENDED: "warning",
    S.CANCELLED: "danger",
    S.PUBLISHED: "info",
    S.PERMITTED: "info",
}
