"""The statuses of a meeting, and the verbs between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class MeetingStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    ANNOUNCED = "announced", _("Announced")
    IN_SESSION = "in_session", _("In session")
    MINUTES_DRAFT = "minutes_draft", _("Minutes being drafted")
    MINUTES_CONFIRMED = "minutes_confirmed", _("Minutes confirmed")
    PUBLISHED = "published", _("Minutes published")
    CANCELLED = "cancelled", _("Cancelled")


MEETING = Lifecycle(
    "governance.meeting",
    MeetingStatus,
    plan=({START}, MeetingStatus.PLANNED, "secretariat"),
    announce=({MeetingStatus.PLANNED}, MeetingStatus.ANNOUNCED, "secretariat"),
    entrust=({MeetingStatus.ANNOUNCED}, MeetingStatus.ANNOUNCED, "chair"),
    convene=({MeetingStatus.ANNOUNCED}, MeetingStatus.IN_SESSION, "chair"),
    adjourn=({MeetingStatus.IN_SESSION}, MeetingStatus.MINUTES_DRAFT, "chair"),
    draft_minutes=({MeetingStatus.MINUTES_DRAFT}, MeetingStatus.MINUTES_DRAFT, "secretariat"),
    confirm_minutes=({MeetingStatus.MINUTES_DRAFT}, MeetingStatus.MINUTES_CONFIRMED, "chair"),
    publish_minutes=({MeetingStatus.MINUTES_CONFIRMED}, MeetingStatus.PUBLISHED, "secretariat"),
    cancel=({MeetingStatus.PLANNED, MeetingStatus.ANNOUNCED}, MeetingStatus.CANCELLED, "secretariat"),
)
PUBLIC_MEETINGS = frozenset(MeetingStatus) - {MeetingStatus.PLANNED}

TONES = {
    MeetingStatus.ANNOUNCED: "info",
    MeetingStatus.IN_SESSION: "success",
    MeetingStatus.CANCELLED: "warning",
}
