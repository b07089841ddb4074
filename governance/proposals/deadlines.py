"""By when each step of a proposal is due, counted in the days the hall is open.

The guideline gives no deadline (1.K 142): a step is due only where a number in force says so.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from portal.foundation import business_days, clock, parameters

if TYPE_CHECKING:
    from .models import Proposal

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

OF_A_KIND = frozenset(
    {"proposal.opinion.reading_days", "proposal.opinion.receipt_days", "proposal.opinion.answer_days"}
)
"""Times that another kind than the committee's own may set apart."""


def named(name: str, proposal: Proposal) -> str:
    """The number of the proposal's own kind where that is set today, else the one of every proposal."""
    own = name.replace("proposal.", f"proposal.{proposal.kind}.", 1)
    return own if own in OF_A_KIND and days(own) is not None else name


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


def due_after(verb: str, proposal: Proposal) -> date | None:
    """By when the next step of a proposal is due once this verb has been done."""
    return due(named(AFTER[verb], proposal)) if verb in AFTER else None


def publication_due(proposal: Proposal) -> date | None:
    """By when a decided answer is to be out: never before the assembly has been told."""
    day = due_after("answer", proposal)
    if day is None or proposal.embargo_until is None:
        return day
    return max(day, proposal.embargo_until)


def promised(name: str) -> date:
    """The same, where a day must be named.

    Raises:
        NotSet: no number in force says how long it may take.
    """
    return business_days.add(clock.today(), parameters.value(name))
