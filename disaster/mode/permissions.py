"""Who may switch disaster mode (M11): the disaster unit, and whom it lent the function to. Nobody else.

Not the technical administrator, not the IT section without a recorded delegation, not the SNS operator.
Departments, reporters and the operator take part in a drill by posting; starting one is switching.
"""

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds

from .lifecycle import MODE
from .models import Mode

SWITCH = "sns.disaster_mode_switch"


def can_see_switch(by: Acting) -> Decision:
    return holds(by, SWITCH)


def can_prepare_mode(by: Acting, mode: Mode) -> Decision:
    return holds(by, SWITCH) and MODE.allows("prepare", mode.status)


def can_call_off_mode(by: Acting, mode: Mode) -> Decision:
    return holds(by, SWITCH) and MODE.allows("call_off", mode.status)


def can_activate_mode(by: Acting, mode: Mode) -> Decision:
    return holds(by, SWITCH) and MODE.allows("activate", mode.status)


def can_change_mode(by: Acting, mode: Mode) -> Decision:
    return holds(by, SWITCH) and MODE.allows("change", mode.status)


def can_stand_down_mode(by: Acting, mode: Mode) -> Decision:
    return holds(by, SWITCH) and MODE.allows("stand_down", mode.status)


def can_deactivate_mode(by: Acting, mode: Mode) -> Decision:
    return holds(by, SWITCH) and MODE.allows("deactivate", mode.status)


def can_adopt_report_mode(by: Acting, mode: Mode) -> Decision:
    return holds(by, SWITCH) and MODE.allows("adopt_report", mode.status)


def can_start_drill_mode(by: Acting, mode: Mode) -> Decision:
    return holds(by, SWITCH) and MODE.allows("start_drill", mode.status) and _no_real_notice_is_shown(mode)


def can_end_drill_mode(by: Acting, mode: Mode) -> Decision:
    return holds(by, SWITCH) and MODE.allows("end_drill", mode.status)


def _no_real_notice_is_shown(mode: Mode) -> Decision:
    return not mode.notices.shown().exists() or Denied(
        _("A real emergency notice is shown; a drill beside it would be taken for real, or it for a drill.")
    )
