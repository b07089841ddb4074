"""The numbers of this room; their values come from rules (domain 1.J)."""

from datetime import date

from portal.foundation import parameters
from portal.foundation.acting import Acting

parameters.declare("community.closing_notice_days", int, unit="days", source="運営方針")
parameters.declare("post.undo_seconds", int, unit="seconds", source="運営方針")
parameters.declare("room.inactivity_days", int, unit="days", source="会議室ルール(一定期間)")
parameters.declare("room.closure_grace_days", int, unit="days", source="会議室ルール")
parameters.declare("room.reopen_days", int, unit="days", source="会議室ルール")
parameters.declare("room.city_area.min_facilitators", int, unit="persons", source="第14条")

DEMO_VALUES = {
    "community.closing_notice_days": 30,
    "post.undo_seconds": 60,
    "room.reopen_days": 90,
    "room.city_area.min_facilitators": 1,
}


def set_demo_values(by: Acting) -> None:
    """What the demo town starts with. The inactivity period is left open, as its source leaves it (1.J)."""
    for name, value in DEMO_VALUES.items():
        parameters.set_value(
            name, value, valid_from=date(2001, 4, 1), basis=parameters.DECLARED[name].source, by=by
        )
