"""Every morning: what is due by the clock. Running it twice does nothing more."""

from portal.foundation import clock
from portal.foundation.acting import CLOCK

from . import actions
from .models import Rule, RuleVersion


def follow_the_calendar() -> None:
    """Enacted rules begin, abolished rules end, others lapse, and amended texts are announced on their first day."""
    today = clock.today()
    for rule in Rule.objects.due_to_take_effect(today):
        actions.take_effect(rule, by=CLOCK)
    for version in RuleVersion.objects.taking_effect_on(today):
        actions.announce_effect(version, by=CLOCK)
    for rule in Rule.objects.due_to_lapse(today):
        actions.lapse(rule, by=CLOCK)
    for rule in Rule.objects.due_to_end(today):
        actions.end(rule, by=CLOCK)
