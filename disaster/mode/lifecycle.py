"""The life of disaster mode ([2.17]). The table is walked in circles: it always ends where it began.

Beyond the drawing of [2.17], a real disaster may break into everything but itself: a drill, a recovery,
a report not yet adopted. Nobody shall have to finish paperwork before warning people. And an alert whose
typhoon turned away is called off, which the drawing leaves open.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import Lifecycle


class ModeStatus(models.TextChoices):
    NORMAL = "normal", _("Normal mode")
    ALERT = "alert", _("On alert")
    ACTIVE = "active", _("Disaster mode")
    DRILL = "drill", _("Disaster drill")
    RECOVERY = "recovery", _("Recovery stage")
    AFTER_ACTION = "after_action", _("Being reviewed")


NORMAL, ALERT, ACTIVE, DRILL, RECOVERY, AFTER_ACTION = ModeStatus
SHOWN = frozenset({ALERT, ACTIVE, DRILL, RECOVERY})  # there is something to inform of
TONES = {
    NORMAL: "neutral",
    ALERT: "warning",
    ACTIVE: "danger",
    DRILL: "info",
    RECOVERY: "info",
    AFTER_ACTION: "neutral",
}

MODE = Lifecycle(
    "disaster.mode",
    ModeStatus,
    prepare=({NORMAL}, ALERT, "disaster unit"),
    call_off=({ALERT}, NORMAL, "disaster unit"),
    activate=({NORMAL, ALERT, DRILL, RECOVERY, AFTER_ACTION}, ACTIVE, "disaster unit"),
    change=({ACTIVE}, ACTIVE, "disaster unit"),
    stand_down=({ACTIVE}, RECOVERY, "disaster unit"),
    deactivate=({ACTIVE, RECOVERY}, AFTER_ACTION, "disaster unit"),
    adopt_report=({AFTER_ACTION}, NORMAL, "disaster unit"),
    start_drill=({NORMAL}, DRILL, "disaster unit"),
    end_drill=({DRILL}, NORMAL, "disaster unit"),
)

VERB_LABELS = {
    "prepare": _("Go on alert"),
    "call_off": _("Call off the alert"),
    "activate": _("Switch to disaster mode"),
    "change": _("Change area or level"),
    "stand_down": _("Go over to recovery"),
    "deactivate": _("End disaster mode"),
    "adopt_report": _("Adopt the report"),
    "start_drill": _("Start a drill"),
    "end_drill": _("End the drill"),
}
