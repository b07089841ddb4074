"""A rule proposed for one room: approved, refused, or taken back (M3)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class RoomRuleStatus(models.TextChoices):
    PROPOSED = "proposed", _("Proposed")
    APPROVED = "approved", _("Approved")
    REFUSED = "refused", _("Not approved")
    WITHDRAWN = "withdrawn", _("Taken back")


TONES = {
    RoomRuleStatus.PROPOSED: "info",
    RoomRuleStatus.APPROVED: "success",
    RoomRuleStatus.REFUSED: "warning",
}

THOSE_WHO_APPROVE = "opener | in the city area the committee by resolution"

ROOM_RULE = Lifecycle(
    "communities.room_rule",
    RoomRuleStatus,
    propose=({START}, RoomRuleStatus.PROPOSED, "facilitator"),
    approve=({RoomRuleStatus.PROPOSED}, RoomRuleStatus.APPROVED, THOSE_WHO_APPROVE),
    refuse=({RoomRuleStatus.PROPOSED}, RoomRuleStatus.REFUSED, THOSE_WHO_APPROVE),
    withdraw=({RoomRuleStatus.PROPOSED}, RoomRuleStatus.WITHDRAWN, "facilitator who proposed it"),
)
