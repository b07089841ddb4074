"""Who advises the committee, and who answers (M3: post advice to the committee)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from governance.issues.models import CommitteeIssue
from governance.seats.permissions import sits_on
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.models import Body
from residents.roles.holdings import holds

from .lifecycle import ADVICE
from .models import Advice


def can_give_advice(by: Acting, body: Body, issue: CommitteeIssue | None = None) -> Decision:
    """The adviser, as long as the contract runs; on what the adviser may read, and without a vote."""
    return holds(by, "rooms.adviser") and (
        issue is None
        or (issue.is_public and issue.body_id == body.pk)
        or Denied(_("This issue is not one the adviser reads."))
    )


def can_acknowledge_advice(by: Acting, advice: Advice) -> Decision:
    return sits_on(by, advice.body) and ADVICE.allows("acknowledge", advice.status)


def can_answer_advice(by: Acting, advice: Advice) -> Decision:
    """A member in the committee's name: what it makes of the advice."""
    return sits_on(by, advice.body) and ADVICE.allows("answer", advice.status)
