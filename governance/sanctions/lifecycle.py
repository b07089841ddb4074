"""What is imposed runs until its day, unless an objection lifts it or puts something milder in its place."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class SanctionStatus(models.TextChoices):
    IN_EFFECT = "in_effect", _("In effect")
    ENDED = "ended", _("Over")
    LIFTED = "lifted", _("Lifted after an objection")
    REPLACED = "replaced", _("Replaced by a milder one after an objection")


class SanctionKind(models.TextChoices):
    """From the mildest to the gravest; the order is the order of severity."""

    ADVICE = "advice", _("Advice")
    WARNING = "warning", _("Warning")
    HIDE = "hide", _("Hiding the post")
    DELETE = "delete", _("Deleting the post")
    ROOM_RESTRICTION = "room_restriction", _("No writing in this place for a time")
    TOPIC_STOP = "topic_stop", _("No new topics in the room for a time")
    ROOM_SUSPENSION = "room_suspension", _("Suspension of the room")
    SUSPENSION = "suspension", _("Suspension of use")
    ROOM_CLOSURE = "room_closure", _("Closing of the room")
    CANCELLATION = "cancellation", _("Cancellation of the registration")


SEVERITY = {kind: place for place, kind in enumerate(SanctionKind)}
DIRECT = frozenset(
    {
        SanctionKind.ADVICE,
        SanctionKind.WARNING,
        SanctionKind.HIDE,
        SanctionKind.DELETE,
        SanctionKind.ROOM_RESTRICTION,
    }
)
"""What a caretaker may do without the committee (第13条); anything graver is referred."""
BY_COMMITTEE = frozenset(
    {
        SanctionKind.WARNING,
        SanctionKind.TOPIC_STOP,
        SanctionKind.ROOM_SUSPENSION,
        SanctionKind.SUSPENSION,
        SanctionKind.ROOM_CLOSURE,
        SanctionKind.CANCELLATION,
    }
)
MILDER = frozenset(
    {
        SanctionKind.ADVICE,
        SanctionKind.WARNING,
        SanctionKind.ROOM_RESTRICTION,
        SanctionKind.TOPIC_STOP,
        SanctionKind.ROOM_SUSPENSION,
        SanctionKind.SUSPENSION,
    }
)
"""What an objection may put in the place of something graver."""
ON_THE_ROOM = frozenset({SanctionKind.TOPIC_STOP, SanctionKind.ROOM_SUSPENSION, SanctionKind.ROOM_CLOSURE})
"""What the committee decides about a room whose opener broke the rules; the room itself belongs to communities."""
WITH_DAYS = frozenset(
    {
        SanctionKind.ROOM_RESTRICTION,
        SanctionKind.TOPIC_STOP,
        SanctionKind.ROOM_SUSPENSION,
        SanctionKind.SUSPENSION,
    }
)
ON_THE_PERSON = frozenset({SanctionKind.ROOM_RESTRICTION, SanctionKind.SUSPENSION, SanctionKind.CANCELLATION})
"""What keeps a person from writing."""
ON_THE_POST = frozenset({SanctionKind.HIDE, SanctionKind.DELETE})
COUNTED = frozenset({SanctionStatus.IN_EFFECT, SanctionStatus.ENDED})
"""What counts against somebody later: not what an objection took away."""

TONES = {
    SanctionStatus.IN_EFFECT: "warning",
    SanctionStatus.LIFTED: "success",
    SanctionStatus.REPLACED: "info",
}

SANCTION = Lifecycle(
    "governance.sanction",
    SanctionStatus,
    impose=({START}, SanctionStatus.IN_EFFECT, "caretaker (第13条) | committee by resolution (第9条第5号)"),
    end=({SanctionStatus.IN_EFFECT}, SanctionStatus.ENDED, "clock"),
    lift=(
        {SanctionStatus.IN_EFFECT, SanctionStatus.ENDED},
        SanctionStatus.LIFTED,
        "examiner of the objection",
    ),
    replace=(
        {SanctionStatus.IN_EFFECT, SanctionStatus.ENDED},
        SanctionStatus.REPLACED,
        "examiner of the objection",
    ),
)
