"""Who may post official information (M11): the disaster unit, public relations and every department.

The IT section is a department too; but without the function it can neither switch nor confirm.
"""

from django.utils.translation import gettext_lazy as _

from disaster.mode.models import Mode
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.models import Body
from residents.roles.holdings import belongs, holds

from .lifecycle import INFORMATION
from .models import Information

FUNCTION = "sns.disaster_information"


def can_post_information(by: Acting, mode: Mode) -> Decision:
    return (_speaks_for_a_unit(by) or holds(by, FUNCTION)) and _there_is_something_to_inform_of(mode)


def can_retract_information(by: Acting, information: Information) -> Decision:
    return (_posted_it(by, information) or holds(by, FUNCTION)) and INFORMATION.allows(
        "retract", information.status
    )


def can_confirm_information(by: Acting, mode: Mode) -> Decision:
    return holds(by, FUNCTION) and _there_is_something_to_inform_of(mode)


def _speaks_for_a_unit(by: Acting) -> bool:
    return by.body is not None and by.body.kind == Body.Kind.UNIT and bool(belongs(by))


def _posted_it(by: Acting, information: Information) -> bool:
    return by.body is not None and by.body.pk == information.source_id and bool(belongs(by))


def _there_is_something_to_inform_of(mode: Mode) -> Decision:
    return mode.is_shown or Denied(
        _("Outside of an alert, a disaster or a drill, please use the ordinary notices.")
    )
