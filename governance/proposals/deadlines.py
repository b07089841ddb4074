"""By when each step of a proposal is due, counted in the days the hall is open.

The guideline gives no deadline (1.K 142): a step is due only where a number in force says so.
"""

from __future__ import annotations

from datetime import date

from portal.foundation import business_days, clock, parameters

AFTER = {
    "lay_open": "proposal.reading_days",
    "adopt": "proposal.hand_over_days",
    "hand_over": "proposal.receipt_days",
    "return_for_correction": "proposal.correction_days",
    "receive": "proposal.routing_days",
    "route": "proposal.drafting_days",
    "send_back": "proposal.drafting_days",
    "present": "proposal.decision_days",
    "answer": "proposal.publication_days",
}
"""verb → the number of business days the next one to act has after it."""


def days(name: str) -> int | None:
    """The number in force today, or ``None`` where nobody has set it."""
    try:
        return parameters.value(name)
    except parameters.NotSet:
        return None


def due(name: str) -> date | None:
    """The last day of the time that begins today."""
    count = days(name)
    return None if count is None else business_days.add(clock.today(), count)


def due_after(verb: str) -> date | None:
    """By when the next step is due once this verb has been done."""
    return due(AFTER[verb]) if verb in AFTER else None


def promised(name: str) -> date:
    """The same, where a day must be named.

    Raises:
        NotSet: no number in force says how long it may take.
    """
    return business_days.add(clock.today(), parameters.value(name))
