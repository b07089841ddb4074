"""Two members of staff, two entries, one code. The resident collects the ticket with it; staff never see a ticket."""

from __future__ import annotations

import hmac

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied, require
from surveys.certificates.attributes import Attributes
from surveys.certificates.person import VerifiedPerson, Way
from surveys.envelopes.actions import keyed
from surveys.surveys.models import Survey
from surveys.vouchers import actions as vouchers
from surveys.vouchers.actions import Entitled

from . import permissions
from .models import CounterCheck


@transaction.atomic
def record(
    survey: Survey, details: Attributes, *, document: str, namesakes: int = 1, by: Acting
) -> CounterCheck:
    """The first member of staff enters what the document shows; only a keyed digest of it stays."""
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    require(permissions.can_record_counter_check(by, survey))
    require(permissions.lives_in_the_area(details, survey))
    check = CounterCheck(
        survey=survey, document=document, namesakes=namesakes, person_digest=_digest(survey, details)
    )
    check.step("record", by=by)
    audit.record("surveys.counter_check.recorded", by=by, target=check, to_status=check.status)
    return check


@transaction.atomic
def confirm(
    check: CounterCheck, details: Attributes, *, document: str, namesakes: int = 1, by: Acting
) -> str:
    """The second member of staff enters it independently; if both agree, a code for the resident is made out.

    With more than one person of these details in the register (同姓同名・同一生年月日) the second and later ones
    draw in a place of their own, so that the namesake who came first does not shut them out.
    """
    check = CounterCheck.objects.select_for_update().select_related("survey").get(pk=check.pk)
    require(permissions.can_confirm_counter_check(by, check))
    is_same = hmac.compare_digest(check.person_digest, _digest(check.survey, details))
    if not is_same or (check.document, check.namesakes) != (document, namesakes):
        raise Denied(
            _("This differs from what was entered first."),
            _("Look at the document together. If the first entry was wrong, break it off and begin again."),
        )
    code = vouchers.issue(check.survey, Entitled(_person(details), namesakes))
    check.step("confirm", by=by)
    told = {"document": document, "namesakes": namesakes}
    audit.record("surveys.counter_check.confirmed", by=by, target=check, to_status=check.status, details=told)
    return code


@transaction.atomic
def drop(check: CounterCheck, *, reason: str, by: Acting) -> CounterCheck:
    """Break a check off: a slip of the pen, a document that was not good, or a resident who left."""
    check = CounterCheck.objects.select_for_update().get(pk=check.pk)
    require(permissions.can_drop_counter_check(by, check))
    check.step("drop", by=by, reason=reason, person_digest="")
    audit.record("surveys.counter_check.dropped", by=by, target=check, reason=reason, to_status=check.status)
    return check


def _person(details: Attributes) -> VerifiedPerson:
    return VerifiedPerson(
        way=Way.COUNTER,
        identity_text=f"{Way.COUNTER}\x1f{details.same_person_text}",
        same_person_text=details.same_person_text,
        source=Way.COUNTER,
        known_at=clock.now(),
    )


def _digest(survey: Survey, details: Attributes) -> str:
    """Of another shape than the outer envelope's digest, so that the two tables cannot be laid side by side."""
    return keyed(survey, f"counter-check\x1f{details.same_person_text}")
