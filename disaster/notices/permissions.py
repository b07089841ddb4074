"""Who may put an emergency notice on every page: whoever holds disaster information (第128–129項, M11)."""

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds

from .lifecycle import EMERGENCY_NOTICE
from .models import EmergencyNotice

INFORMATION = "sns.disaster_information"


def can_publish_notice(by: Acting) -> Decision:
    return holds(by, INFORMATION)


def can_replace_notice(by: Acting, shown: EmergencyNotice, newer: EmergencyNotice) -> Decision:
    return (
        holds(by, INFORMATION)
        and EMERGENCY_NOTICE.allows("replace", shown.status)
        and _is_not_lower(newer, shown)
    )


def can_withdraw_notice(by: Acting, notice: EmergencyNotice) -> Decision:
    return holds(by, INFORMATION) and EMERGENCY_NOTICE.allows("withdraw", notice.status)


def _is_not_lower(newer: EmergencyNotice, shown: EmergencyNotice) -> Decision:
    left_over_from_a_drill = shown.is_drill and not newer.is_drill
    return (
        left_over_from_a_drill
        or newer.rank >= shown.rank
        or Denied(
            _("A notice of a higher class is shown."), _("Withdraw that one first, if it no longer holds.")
        )
    )
