"""The statuses of a committee's event, and the verbs between them (checklist 65, 68)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class EventStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    ANNOUNCED = "announced", _("Announced")
    HELD = "held", _("Held")
    REPORTED = "reported", _("Held, with a report")
    CANCELLED = "cancelled", _("Cancelled")


ORGANISERS = "committee member | secretariat"

EVENT = Lifecycle(
    "governance.event",
    EventStatus,
    plan=({START}, EventStatus.PLANNED, ORGANISERS),
    replan=({EventStatus.PLANNED}, EventStatus.PLANNED, ORGANISERS),
    announce=({EventStatus.PLANNED}, EventStatus.ANNOUNCED, ORGANISERS),
    revise=({EventStatus.ANNOUNCED}, EventStatus.ANNOUNCED, ORGANISERS),
    hold=({EventStatus.ANNOUNCED}, EventStatus.HELD, ORGANISERS),
    report=({EventStatus.HELD}, EventStatus.REPORTED, ORGANISERS),
    cancel=({EventStatus.PLANNED, EventStatus.ANNOUNCED}, EventStatus.CANCELLED, ORGANISERS),
)

TONES = {
    EventStatus.ANNOUNCED: "info",
    EventStatus.REPORTED: "success",
    EventStatus.CANCELLED: "warning",
}
