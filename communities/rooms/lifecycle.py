"""City-area rooms live by resolutions ([2.5], 第4条); citizen-area rooms open freely ([2.4], 第5条).

One table: but for the rule of the room no verb belongs to both areas, and each question names its area.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class RoomStatus(models.TextChoices):
    PREPARING = "preparing", _("In preparation")
    OPEN = "open", _("Open for posts")
    DORMANT = "dormant", _("Quiet for a long time")
    CLOSURE_PROPOSED = "closure_proposed", _("To be closed")
    OBJECTED = "objected", _("Opener objects to the closing")
    SUMMARISING = "summarising", _("Discussion over, summary being written")
    SUMMARISED = "summarised", _("Summary adopted")
    CLOSED = "closed", _("Closed (archive)")
    RESTRICTED = "restricted", _("No new topics for a time")
    SUSPENDED = "suspended", _("Suspended for a time")
    SHUT = "shut", _("Closed by the committee after a violation")


QUIET = frozenset({RoomStatus.DORMANT, RoomStatus.CLOSURE_PROPOSED, RoomStatus.OBJECTED})
WRITABLE = frozenset({RoomStatus.OPEN, RoomStatus.RESTRICTED}) | QUIET
MEASURED = frozenset({RoomStatus.RESTRICTED, RoomStatus.SUSPENDED, RoomStatus.SHUT})
"""What the committee decides about a room after a violation; an objection can take it away (第9条第5号)."""
READABLE = frozenset(RoomStatus) - {RoomStatus.PREPARING}

TONES = {
    RoomStatus.OPEN: "success",
    RoomStatus.PREPARING: "info",
    RoomStatus.DORMANT: "warning",
    RoomStatus.CLOSURE_PROPOSED: "warning",
    RoomStatus.OBJECTED: "warning",
    RoomStatus.SUMMARISING: "info",
    RoomStatus.SUMMARISED: "info",
    RoomStatus.RESTRICTED: "warning",
    RoomStatus.SUSPENDED: "danger",
    RoomStatus.SHUT: "danger",
}

RUNNING = frozenset({RoomStatus.OPEN}) | QUIET
SANCTION = "committee by resolution (第9条第5号)"

ROOM = Lifecycle(
    "communities.room",
    RoomStatus,
    # city area
    prepare=({START}, RoomStatus.PREPARING, "committee by resolution"),
    open=({RoomStatus.PREPARING}, RoomStatus.OPEN, "committee by resolution"),
    extend=({RoomStatus.OPEN}, RoomStatus.OPEN, "committee by resolution"),
    end_discussion=({RoomStatus.OPEN}, RoomStatus.SUMMARISING, "clock | committee by resolution"),
    adopt_summary=({RoomStatus.SUMMARISING}, RoomStatus.SUMMARISED, "committee by resolution"),
    close=({RoomStatus.SUMMARISED}, RoomStatus.CLOSED, "committee by resolution"),
    abolish=(
        {RoomStatus.PREPARING, RoomStatus.OPEN, RoomStatus.SUMMARISING},
        RoomStatus.CLOSED,
        "committee by resolution",
    ),
    # citizen area
    found=({START}, RoomStatus.OPEN, "anybody who lives, works or studies in the city"),
    warn=({RoomStatus.OPEN}, RoomStatus.DORMANT, "clock"),
    warn_anew=({RoomStatus.DORMANT}, RoomStatus.DORMANT, "clock"),
    revive=(QUIET, RoomStatus.OPEN, "whoever writes | clock"),
    propose_closure=({RoomStatus.DORMANT}, RoomStatus.CLOSURE_PROPOSED, "clock"),
    confirm_closure=({RoomStatus.CLOSURE_PROPOSED}, RoomStatus.CLOSED, "caretaker | SNS operator"),
    object_to_closure=({RoomStatus.CLOSURE_PROPOSED}, RoomStatus.OBJECTED, "opener"),
    uphold_objection=({RoomStatus.OBJECTED}, RoomStatus.OPEN, "committee by resolution"),
    refuse_objection=({RoomStatus.OBJECTED}, RoomStatus.CLOSED, "committee by resolution"),
    reopen=({RoomStatus.CLOSED}, RoomStatus.OPEN, "opener"),
    set_rule=({RoomStatus.OPEN}, RoomStatus.OPEN, "opener | committee by resolution"),
    # after a violation by the opener
    restrict=(RUNNING, RoomStatus.RESTRICTED, SANCTION),
    suspend=(RUNNING, RoomStatus.SUSPENDED, SANCTION),
    shut=(RUNNING | {RoomStatus.RESTRICTED, RoomStatus.SUSPENDED}, RoomStatus.SHUT, SANCTION),
    reinstate=(MEASURED, RoomStatus.OPEN, "clock | examiner of the objection"),
)
