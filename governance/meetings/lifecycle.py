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
    POSTPONED = "postponed", _("Postponed, new day not yet set")
    CANCELLED = "cancelled", _("Cancelled")


class MeetingMode(models.TextChoices):
    """オフ会 or 会議室上の会議: at a place, or in a public room with an opening and a closing time."""

    OFFLINE = "offline", _("At a place")
    ONLINE = "online", _("In a conference room of this site")


MEETING = Lifecycle(
    "governance.meeting",
    MeetingStatus,
    plan=({START}, MeetingStatus.PLANNED, "secretariat"),
    replan=({MeetingStatus.PLANNED}, MeetingStatus.PLANNED, "secretariat"),
    announce=({MeetingStatus.PLANNED}, MeetingStatus.ANNOUNCED, "secretariat"),
    revise=(
        {MeetingStatus.ANNOUNCED, MeetingStatus.POSTPONED},
        MeetingStatus.ANNOUNCED,
        "secretariat",
    ),
    postpone=({MeetingStatus.ANNOUNCED}, MeetingStatus.POSTPONED, "secretariat"),
    entrust=({MeetingStatus.ANNOUNCED}, MeetingStatus.ANNOUNCED, "chair, or secretariat while there is none"),
    convene=({MeetingStatus.ANNOUNCED}, MeetingStatus.IN_SESSION, "chair"),
    adjourn=({MeetingStatus.IN_SESSION}, MeetingStatus.MINUTES_DRAFT, "chair"),
    draft_minutes=({MeetingStatus.MINUTES_DRAFT}, MeetingStatus.MINUTES_DRAFT, "secretariat"),
    check_minutes=({MeetingStatus.MINUTES_DRAFT}, MeetingStatus.MINUTES_DRAFT, "committee member"),
    ask_correction=({MeetingStatus.MINUTES_DRAFT}, MeetingStatus.MINUTES_DRAFT, "committee member"),
    confirm_minutes=({MeetingStatus.MINUTES_DRAFT}, MeetingStatus.MINUTES_CONFIRMED, "chair"),
    publish_minutes=({MeetingStatus.MINUTES_CONFIRMED}, MeetingStatus.PUBLISHED, "secretariat"),
    correct_minutes=(
        {MeetingStatus.MINUTES_CONFIRMED, MeetingStatus.PUBLISHED},
        MeetingStatus.MINUTES_DRAFT,
        "secretariat",
    ),
    cancel=(
        {MeetingStatus.PLANNED, MeetingStatus.ANNOUNCED, MeetingStatus.POSTPONED},
        MeetingStatus.CANCELLED,
        "secretariat",
    ),
)
PUBLIC_MEETINGS = frozenset(MeetingStatus) - {MeetingStatus.PLANNED}

TONES = {
    MeetingStatus.ANNOUNCED: "info",
    MeetingStatus.IN_SESSION: "success",
    MeetingStatus.CANCELLED: "warning",
    MeetingStatus.POSTPONED: "warning",
}
