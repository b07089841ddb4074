"""Who may switch disaster mode (M11): the disaster unit, and whom it lent the function to. Nobody else.

Not the technical administrator, not the IT section without a recorded delegation, not the SNS operator.
Departments, reporters and the operator take part in a drill by posting; starting one is switching.
"""

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds

from .lifecycle import MODE, VERB_LABELS
from .models import Mode

SWITCH = "sns.disaster_mode_switch"


def can_see_switch(by: Acting) -> Decision:
    return holds(by, SWITCH)


def can_prepare_mode(by: Acting, mode: Mode) -> Decision:
    return holds(by, SWITCH) and _is_possible_now("prepare", mode)


def can_call_off_mode(by: Acting, mode: Mode) -> Decision:
    return holds(by, SWITCH) and _is_possible_now("call_off", mode)


def can_activate_mode(by: Acting, mode: Mode) -> Decision:
    return holds(by, SWITCH) and _is_possible_now("activate", mode)


def can_change_mode(by: Acting, mode: Mode) -> Decision:
    return holds(by, SWITCH) and _is_possible_now("change", mode)


def can_stand_down_mode(by: Acting, mode: Mode) -> Decision:
    return holds(by, SWITCH) and _is_possible_now("stand_down", mode)


def can_deactivate_mode(by: Acting, mode: Mode) -> Decision:
    return holds(by, SWITCH) and _is_possible_now("deactivate", mode)


def can_adopt_report_mode(by: Acting, mode: Mode) -> Decision:
    return holds(by, SWITCH) and _is_possible_now("adopt_report", mode)


def can_start_drill_mode(by: Acting, mode: Mode) -> Decision:
    return holds(by, SWITCH) and _is_possible_now("start_drill", mode) and _no_real_notice_is_shown(mode)


def can_end_drill_mode(by: Acting, mode: Mode) -> Decision:
    return holds(by, SWITCH) and _is_possible_now("end_drill", mode)


def _is_possible_now(verb: str, mode: Mode) -> Decision:
    """The lifecycle's answer; a refusal names what was wanted and what can be done instead."""
    if MODE.allows(verb, mode.status):
        return True
    steps = [str(label) for name, label in VERB_LABELS.items() if MODE.allows(name, mode.status)]
    return Denied(
        _("“%(step)s” is not possible while the status is “%(status)s”.")
        % {"step": VERB_LABELS[verb], "status": mode.get_status_display()},
        _("Possible now: %(steps)s.") % {"steps": " / ".join(steps)},
    )


def _no_real_notice_is_shown(mode: Mode) -> Decision:
    return not mode.notices.shown().exists() or Denied(
        _("A real emergency notice is shown; a drill beside it would be taken for real, or it for a drill.")
    )
