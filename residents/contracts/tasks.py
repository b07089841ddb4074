"""Every morning: contracts whose last day has passed, and those whose next year is undecided."""

from portal.foundation import clock
from portal.foundation.acting import CLOCK

from . import actions, notifications
from .lifecycle import REMINDERS
from .models import Contract


def follow_the_calendar() -> None:
    """The rights went at midnight by themselves; here it is written down and told. Twice does nothing more."""
    today = clock.today()
    for contract in Contract.objects.ended_by(today):
        actions.end(contract, by=CLOCK)
    for contract in Contract.objects.to_be_renewed(today).select_related("contractor"):
        left = (contract.until_on - today).days
        notifications.contract_ends_soon(contract, min(days for days in REMINDERS if days >= left))
