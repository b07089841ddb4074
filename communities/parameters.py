"""The numbers of this room; their values come from rules (domain 1.J)."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from portal.foundation import parameters
from portal.foundation.acting import Acting

parameters.declare(
    "community.closing_notice_days",
    int,
    unit="days",
    source="運営方針",
    label=_("Days between the notice and the closing of a community"),
)
parameters.declare(
    "post.undo_seconds",
    int,
    unit="seconds",
    source="運営方針",
    label=_("Seconds in which a post can be taken back"),
)
parameters.declare(
    "room.inactivity_days",
    int,
    unit="days",
    source="会議室ルール(一定期間)",
    label=_("Days without a post until a room is dormant"),
)
parameters.declare(
    "room.closure_grace_days",
    int,
    unit="days",
    source="会議室ルール",
    label=_("Days between the notice of dormancy and the closing of a room"),
)
parameters.declare(
    "room.city_area.min_facilitators",
    int,
    unit="persons",
    source="第14条",
    label=_("Facilitators a city-area room needs at least"),
)

DEMO_VALUES = {
    "community.closing_notice_days": 30,
    "post.undo_seconds": 60,
    "room.city_area.min_facilitators": 1,
}


def set_demo_values(by: Acting) -> None:
    """What the demo town starts with. The inactivity period is left open, as its source leaves it (1.J)."""
    for name, value in DEMO_VALUES.items():
        parameters.set_value(
            name, value, valid_from=date(2001, 4, 1), basis=parameters.DECLARED[name].source, by=by
        )
