"""Official communities need a permit ([2.2]); general communities need none ([2.3]).

One table: only being handed over is common to both kinds; every other question names its kind.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class CommunityStatus(models.TextChoices):
    DRAFTING = "drafting", _("Being drafted")
    APPLIED = "applied", _("Applied for")
    REFUSED = "refused", _("Refused")
    PERMITTED = "permitted", _("Permitted, not open yet")
    OPEN = "open", _("Open for posts")
    RESTRICTED = "restricted", _("Restricted (reading only)")
    UNDER_REVIEW = "under_review", _("Open, permit under review")
    SUSPENDED = "suspended", _("Suspended (reading only)")
    CLOSING = "closing", _("Closing (reading only)")
    CLOSED = "closed", _("Closed (archive)")


APPLYING = frozenset({CommunityStatus.DRAFTING, CommunityStatus.APPLIED, CommunityStatus.PERMITTED})
WRITABLE = frozenset({CommunityStatus.OPEN, CommunityStatus.UNDER_REVIEW})
READABLE = WRITABLE | {
    CommunityStatus.RESTRICTED,
    CommunityStatus.SUSPENDED,
    CommunityStatus.CLOSING,
    CommunityStatus.CLOSED,
}

TONES = {
    CommunityStatus.OPEN: "success",
    CommunityStatus.UNDER_REVIEW: "success",
    CommunityStatus.PERMITTED: "info",
    CommunityStatus.APPLIED: "info",
    CommunityStatus.RESTRICTED: "warning",
    CommunityStatus.SUSPENDED: "warning",
    CommunityStatus.CLOSING: "warning",
    CommunityStatus.REFUSED: "danger",
}

COMMUNITY = Lifecycle(
    "communities.community",
    CommunityStatus,
    # official: under a permit, run by a department
    draft=({START}, CommunityStatus.DRAFTING, "department"),
    apply=({CommunityStatus.DRAFTING}, CommunityStatus.APPLIED, "department"),
    send_back=({CommunityStatus.APPLIED}, CommunityStatus.DRAFTING, "permission holder"),
    refuse=({CommunityStatus.APPLIED}, CommunityStatus.REFUSED, "permission holder"),
    permit=({CommunityStatus.APPLIED}, CommunityStatus.PERMITTED, "permission holder"),
    open=({CommunityStatus.PERMITTED}, CommunityStatus.OPEN, "department that applied"),
    restrict=({CommunityStatus.OPEN}, CommunityStatus.RESTRICTED, "permission holder | disaster unit"),
    lift=({CommunityStatus.RESTRICTED}, CommunityStatus.OPEN, "permission holder | disaster unit"),
    request_close=({CommunityStatus.OPEN}, CommunityStatus.CLOSING, "department that runs it"),
    review=({CommunityStatus.OPEN}, CommunityStatus.UNDER_REVIEW, "permission holder | clock"),
    keep=({CommunityStatus.UNDER_REVIEW}, CommunityStatus.OPEN, "permission holder"),
    revoke=({CommunityStatus.UNDER_REVIEW}, CommunityStatus.CLOSING, "permission holder"),
    end=({CommunityStatus.CLOSING}, CommunityStatus.CLOSED, "clock"),
    # general: by residents, without a permit
    found=({START}, CommunityStatus.OPEN, "any registered resident"),
    close=({CommunityStatus.OPEN}, CommunityStatus.CLOSED, "manager"),
    suspend=({CommunityStatus.OPEN}, CommunityStatus.SUSPENDED, "SNS operator | caretaker"),
    reinstate=({CommunityStatus.SUSPENDED}, CommunityStatus.OPEN, "SNS operator | caretaker"),
    # both: another manager answers for it
    hand_over=({CommunityStatus.OPEN}, CommunityStatus.OPEN, "successor who agreed"),
)
