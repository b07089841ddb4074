"""A claim is received, the author is asked for some days, and the post stays or goes; what the law says, courts say."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class ClaimStatus(models.TextChoices):
    RECEIVED = "received", _("Claim received")
    INQUIRED = "inquired", _("The author is being asked")
    AGREED = "agreed", _("The author agrees, to be decided")
    NO_REPLY = "no_reply", _("No reply in time, to be decided")
    OBJECTED = "objected", _("The author objects, to be decided")
    REMOVED = "removed", _("Post removed")
    KEPT = "kept", _("Post stays")
    TURNED_DOWN = "turned_down", _("Not taken up")
    WITHDRAWN = "withdrawn", _("Claim withdrawn")
    PUT_BACK = "put_back", _("Post shown again")


class Right(models.TextChoices):
    """Which right of the claimant is infringed."""

    HONOUR = "honour", _("Honour and reputation")
    PRIVACY = "privacy", _("Privacy, personal data")
    PORTRAIT = "portrait", _("One's own picture")
    COPYRIGHT = "copyright", _("Copyright or a related right")
    OTHER = "other", _("Another right")


TO_DECIDE = frozenset({ClaimStatus.AGREED, ClaimStatus.NO_REPLY, ClaimStatus.OBJECTED})
OPEN_CLAIMS = TO_DECIDE | {ClaimStatus.RECEIVED, ClaimStatus.INQUIRED}
ASKED = TO_DECIDE | {ClaimStatus.INQUIRED, ClaimStatus.REMOVED, ClaimStatus.KEPT, ClaimStatus.PUT_BACK}
"""From here on the author knows of the claim and reads it."""

TONES = {
    ClaimStatus.RECEIVED: "warning",
    ClaimStatus.INQUIRED: "info",
    ClaimStatus.AGREED: "warning",
    ClaimStatus.NO_REPLY: "warning",
    ClaimStatus.OBJECTED: "warning",
    ClaimStatus.REMOVED: "success",
    ClaimStatus.PUT_BACK: "info",
}

CLAIM = Lifecycle(
    "governance.rights_claim",
    ClaimStatus,
    submit=({START}, ClaimStatus.RECEIVED, "the person whose right it is, also without an account"),
    turn_down=(TO_DECIDE | {ClaimStatus.RECEIVED}, ClaimStatus.TURNED_DOWN, "caretaker"),
    inquire=({ClaimStatus.RECEIVED}, ClaimStatus.INQUIRED, "caretaker"),
    agree=({ClaimStatus.INQUIRED}, ClaimStatus.AGREED, "author"),
    object=({ClaimStatus.INQUIRED}, ClaimStatus.OBJECTED, "author"),
    close_inquiry=({ClaimStatus.INQUIRED}, ClaimStatus.NO_REPLY, "clock"),
    remove=(TO_DECIDE, ClaimStatus.REMOVED, "caretaker"),
    keep=({ClaimStatus.NO_REPLY, ClaimStatus.OBJECTED}, ClaimStatus.KEPT, "caretaker"),
    withdraw=(OPEN_CLAIMS, ClaimStatus.WITHDRAWN, "claimant"),
    put_back=({ClaimStatus.REMOVED}, ClaimStatus.PUT_BACK, "examiner, not involved before"),
)
