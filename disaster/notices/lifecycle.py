"""The life of an emergency notice: one at a time, never closed by the reader."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class NoticeStatus(models.TextChoices):
    PUBLISHED = "published", _("Shown on the pages")
    REPLACED = "replaced", _("Replaced by a newer one")
    WITHDRAWN = "withdrawn", _("No longer shown")


PUBLISHED, REPLACED, WITHDRAWN = NoticeStatus

EMERGENCY_NOTICE = Lifecycle(
    "disaster.notice",
    NoticeStatus,
    publish=({START}, PUBLISHED, "holder of disaster information"),
    replace=({PUBLISHED}, REPLACED, "the notice that follows"),
    withdraw=({PUBLISHED}, WITHDRAWN, "holder of disaster information"),
)
