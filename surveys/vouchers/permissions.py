"""Who may leave a signature to be checked later, and who may collect; the code alone counts."""

from portal.foundation.decisions import Decision
from surveys.envelopes.permissions import can_prove
from surveys.surveys.models import Survey


def can_leave_signature(survey: Survey) -> Decision:
    return can_prove(survey)


def can_collect_ticket(survey: Survey) -> Decision:
    return can_prove(survey)
