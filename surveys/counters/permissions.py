"""Who checks people at the counter: holders of the verification (本人確認), and for one person never the same one twice."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds
from surveys.certificates.attributes import Attributes
from surveys.certificates.municipalities import lies_in
from surveys.certificates.reasons import REASONS
from surveys.envelopes.permissions import can_prove
from surveys.surveys.models import Survey

from .lifecycle import COUNTER_CHECK
from .models import CounterCheck


def can_read_counter(by: Acting) -> Decision:
    """The list of checks of a survey, for those who make them."""
    return holds(by, "survey.verification")


def can_record_counter_check(by: Acting, survey: Survey) -> Decision:
    return holds(by, "survey.verification") and can_prove(survey)


def can_confirm_counter_check(by: Acting, check: CounterCheck) -> Decision:
    return (
        holds(by, "survey.verification")
        and COUNTER_CHECK.allows("confirm", check.status)
        and _is_another_person(by, check)
        and can_prove(check.survey)
    )


def can_drop_counter_check(by: Acting, check: CounterCheck) -> Decision:
    return holds(by, "survey.verification") and COUNTER_CHECK.allows("drop", check.status)


def lives_in_the_area(details: Attributes, survey: Survey) -> Decision:
    """The survey's area is asked at the counter as it is of a certificate."""
    if not survey.municipality or lies_in(details.address, survey.municipality):
        return True
    reason = REASONS["municipality"]
    return Denied(_("The address on the document is not in the area of this survey."), reason.next_step)


def _is_another_person(by: Acting, check: CounterCheck) -> Decision:
    if not check.steps.filter(verb="record", person_id=by.person_id).exists():
        return True
    return Denied(
        _("You made the first entry yourself; a second member of staff has to see the document."),
        _("Any colleague of the same responsibility may do it."),
    )
