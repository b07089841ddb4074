"""The life of a notice, 行政からのお知らせ and 管理者からのお知らせ alike (domain 2.1)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class Channel(models.TextChoices):
    """Who speaks. Fixed when the notice is begun; the two have different publishers."""

    GOVERNMENT = "government", _("Notice from the administration")
    OPERATOR = "operator", _("Notice from the operator")


class Topic(models.TextChoices):
    """What a notice is about; people look by it."""

    LIVING = "living", _("Living and procedures")
    SAFETY = "safety", _("Disaster prevention and safety")
    PARTICIPATION = "participation", _("Participation and town planning")
    CHILDREN = "children", _("Children and learning")
    WELFARE = "welfare", _("Health and welfare")
    CULTURE = "culture", _("Culture, sports, events")
    SYSTEM = "system", _("Use of this site")


class NoticeStatus(models.TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("Waiting for approval")
    SCHEDULED = "scheduled", _("Approved, waiting for its time")
    PUBLISHED = "published", _("Published")
    ARCHIVED = "archived", _("Period over")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    DISCARDED = "discarded", _("Discarded")


S = NoticeStatus
NOTICE = Lifecycle(
    "home.notice",
    NoticeStatus,
    draft=({START}, S.DRAFT, "author"),
    submit=({S.DRAFT}, S.IN_REVIEW, "author"),
    send_back=({S.IN_REVIEW, S.SCHEDULED}, S.DRAFT, "publisher"),
    approve=({S.IN_REVIEW}, S.PUBLISHED, "publisher"),
    schedule=({S.IN_REVIEW}, S.SCHEDULED, "publisher"),
    release=({S.SCHEDULED}, S.PUBLISHED, "clock"),
    publish_now=({S.DRAFT}, S.PUBLISHED, "disaster unit"),
    confirm=({S.PUBLISHED}, S.PUBLISHED, "publisher"),
    correct=({S.PUBLISHED}, S.PUBLISHED, "publisher"),
    withdraw=({S.PUBLISHED, S.ARCHIVED}, S.WITHDRAWN, "publisher"),
    archive=({S.PUBLISHED}, S.ARCHIVED, "clock"),
    discard=({S.DRAFT, S.IN_REVIEW}, S.DISCARDED, "author"),
)

READABLE = frozenset({S.PUBLISHED, S.ARCHIVED})
"""Words that everybody may read at their address."""

WRITABLE = frozenset({START, S.DRAFT, S.PUBLISHED})
"""Words that may be changed; those of a published notice become a draft of its correction."""

WORK = frozenset({S.DRAFT, S.IN_REVIEW, S.SCHEDULED})
"""What somebody in the city hall still has to do something about."""

VERB_LABELS = {
    "draft": _("Begun"),
    "submit": _("Sent for approval"),
    "send_back": _("Sent back"),
    "approve": _("Approved and published"),
    "schedule": _("Approved for its time"),
    "release": _("Published at its time"),
    "publish_now": _("Published at once in a disaster"),
    "confirm": _("Reviewed afterwards"),
    "correct": _("Corrected"),
    "withdraw": _("Withdrawn"),
    "archive": _("Period over"),
    "discard": _("Discarded"),
}
