"""Who hears of which step: the reporter of the outcome, the person concerned of everything that touches them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils import translation

from portal.foundation import clock, outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .lifecycle import CaseStatus
from .models import ViolationCase, ViolationReport


def violation_reported(report: ViolationReport, by: Acting) -> None:
    """The caretakers hear of the case; the reporter gets a receipt."""
    case = report.case
    tell("violation_reported", people_holding("rooms.caretaker"), case, by)
    if report.reporter is not None:
        tell("violation_received", [report.reporter], case, address=report)


def violation_found(case: ViolationCase, by: Acting) -> None:
    tell("violation_reported", people_holding("rooms.caretaker"), case, by)


def violation_taken_over(case: ViolationCase, by: Acting) -> None:
    """The author learns that the check has become a case; the other caretakers that somebody deals with it."""
    tell("violation_hidden_urgently", [case.subject], case, by)
    tell("violation_reported", people_holding("rooms.caretaker"), case, by)


def violation_dismissed(case: ViolationCase, by: Acting) -> None:
    tell_reporters("violation_dismissed", case)


def violation_hidden_urgently(case: ViolationCase, by: Acting) -> None:
    """The person concerned learns it at once; facts first, the question follows with the hearing."""
    tell("violation_hidden_urgently", [case.subject], case, by)


def violation_hearing_opened(case: ViolationCase, by: Acting) -> None:
    tell("violation_hearing_opened", [case.subject], case, by, question=case.hearing_question)


def violation_statement_made(case: ViolationCase, by: Acting) -> None:
    tell("violation_heard", people_holding("rooms.caretaker"), case, by)


def violation_hearing_closed(case: ViolationCase) -> None:
    tell("violation_heard", people_holding("rooms.caretaker"), case)


def violation_referred(case: ViolationCase, by: Acting) -> None:
    """The committee and its secretariat, which puts it on the agenda; the person concerned, too."""
    people = {*people_holding("committee.steering"), *people_holding("committee.secretariat")}
    tell("violation_referred", people - {case.subject}, case, by)
    tell("violation_referred_subject", [case.subject], case, by)


def violation_closed_without_measure(case: ViolationCase, by: Acting) -> None:
    tell("violation_no_measure", [case.subject], case, by)
    tell_reporters("violation_dismissed", case)


def violation_due(case: ViolationCase) -> None:
    """Those who are waited for are reminded; when it is late, the secretariat as the next in line hears it, too."""
    waited_for: dict[str, Iterable[Any]] = {
        CaseStatus.HEARING: [case.subject],
        CaseStatus.REFERRED: {
            *people_holding("committee.steering"),
            *people_holding("committee.secretariat"),
        },
    }
    people = waited_for.get(case.status, people_holding("rooms.caretaker"))
    remind_of(case, case.due_on, people, case, except_for={case.subject_id})


def remind_of(thing: Any, due: Any, people: Iterable[Any], case: Any, *, except_for: set[Any]) -> None:
    """Before the day, once; after it, once a day at most, and never to those it is about."""
    if due is None or due >= clock.today():
        tell("violation_due", people, case, once=f"violation-due:{thing.pk}:{due}", due=str(due or ""))
        return
    late = {person for person in people_holding("committee.secretariat") if person.pk not in except_for}
    once = f"violation-overdue:{thing.pk}:{clock.today()}"
    tell("violation_overdue", {*people, *late}, case, once=once, due=str(due))


def tell_reporters(kind: str, case: ViolationCase, /, **more: str) -> None:
    """Each reporter is led to their own receipt; the reason is the one the case page states."""
    for report in case.reports.select_related("reporter").filter(reporter__isnull=False):
        tell(kind, [report.reporter], case, address=report, **more)


def tell(
    kind: str,
    people: Iterable[Any],
    case: ViolationCase,
    by: Acting | None = None,
    /,
    *,
    address: Any = None,
    once: str = "",
    **more: str,
) -> None:
    """Leave the news; in a mail stand the number, the place and the provision, never the words of the post."""
    actor = by.person if by is not None else None
    with translation.override(settings.LANGUAGE_CODE):
        url = (address or case).get_absolute_url()
        context = {
            "number": case.number,
            "ground": case.ground,
            "place": case.place,
            "reason": case.outcome_reason,
            "until": str(case.hearing_until or ""),
            **more,
        }
    outbox.post(
        f"governance.{kind}",
        [person for person in people if actor is None or person.pk != actor.pk],
        url=url,
        context=context,
        once=once,
    )
