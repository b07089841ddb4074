"""Examiners hear of objections, the person of every step, those who decided of the outcome."""

from __future__ import annotations

from typing import Any

from communities.suspensions.permissions import EXAMINERS
from governance.violations.involved import involved_in
from governance.violations.notifications import remind_of, tell
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import Appeal


def appeal_filed(appeal: Appeal, by: Acting) -> None:
    """Those who may examine it: everybody involved before is left out."""
    tell("appeal_filed", uninvolved(appeal), appeal.sanction.case, by, due=str(appeal.due_on or ""))


def appeal_examined(appeal: Appeal, by: Acting) -> None:
    tell("appeal_examined", [appeal.sanction.case.subject], appeal.sanction.case, by)


def appeal_decided(appeal: Appeal, by: Acting) -> None:
    """The person, the caretakers and the committee: upheld, varied or annulled, and why."""
    people = {*people_holding("rooms.caretaker"), *people_holding("committee.steering")}
    words = {"outcome": appeal.status, "decision": appeal.decision_reason}
    tell("appeal_decided", {appeal.sanction.case.subject, *people}, appeal.sanction.case, by, **words)


def appeal_withdrawn(appeal: Appeal, by: Acting) -> None:
    tell("appeal_withdrawn", uninvolved(appeal), appeal.sanction.case, by)


def appeal_due(appeal: Appeal) -> None:
    case = appeal.sanction.case
    remind_of(appeal, appeal.due_on, uninvolved(appeal), case, except_for={case.subject_id})


def uninvolved(appeal: Appeal) -> list[Any]:
    """Everybody who may examine the objection."""
    involved = involved_in(appeal.sanction.case)
    people = {person for function in EXAMINERS for person in people_holding(function)}
    return [person for person in people if str(person.pk) not in involved]
