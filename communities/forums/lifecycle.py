"""A person's part in one forum."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class MembershipStatus(models.TextChoices):
    REQUESTED = "requested", _("Asked to join")
    INVITED = "invited", _("Invited")
    JOINED = "joined", _("Taking part")
    REFUSED = "refused", _("Not admitted")
    LEFT = "left", _("Left")
    REMOVED = "removed", _("Removed")


READING = frozenset({MembershipStatus.JOINED})
WAITING = frozenset({MembershipStatus.REQUESTED, MembershipStatus.INVITED})

_OUTSIDE = {START, MembershipStatus.LEFT, MembershipStatus.REFUSED}

MEMBERSHIP = Lifecycle(
    "communities.membership",
    MembershipStatus,
    join=({*_OUTSIDE, MembershipStatus.INVITED}, MembershipStatus.JOINED, "resident"),
    ask=(_OUTSIDE, MembershipStatus.REQUESTED, "resident"),
    invite=(_OUTSIDE, MembershipStatus.INVITED, "manager | facilitator"),
    enrol=(
        {*_OUTSIDE, *WAITING, MembershipStatus.REMOVED},
        MembershipStatus.JOINED,
        "the verb that makes somebody manager or facilitator",
    ),
    admit=({MembershipStatus.REQUESTED}, MembershipStatus.JOINED, "manager | facilitator | caretaker"),
    refuse=({MembershipStatus.REQUESTED}, MembershipStatus.REFUSED, "manager | facilitator | caretaker"),
    remove=({MembershipStatus.JOINED}, MembershipStatus.REMOVED, "manager | facilitator | caretaker"),
    leave=({MembershipStatus.JOINED, *WAITING}, MembershipStatus.LEFT, "member"),
)
