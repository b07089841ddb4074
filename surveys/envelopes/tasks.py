"""What the clock does to surveys and their envelopes. Idempotent."""

from datetime import timedelta

from django.utils.timezone import localtime

from portal.foundation import clock, parameters
from portal.foundation.acting import CLOCK
from surveys.surveys.models import Survey

from . import actions


def close_due_surveys() -> int:
    """Close every survey whose last day is over, leaving those inside the time they were promised."""
    if not Survey.objects.due_to_close(clock.today()).exists():
        return 0
    grace = timedelta(minutes=parameters.value("survey.grace_minutes"))
    due = list(Survey.objects.due_to_close(localtime(clock.now() - grace).date()))
    for survey in due:
        actions.close(survey, by=CLOCK)
    return len(due)


def shuffle_envelopes() -> None:
    """Once a night, forget the order in which answers came."""
    actions.shuffle_open_surveys()


def forget_lapsed_challenges() -> int:
    """Throw away texts for signing whose time has passed."""
    return actions.forget_lapsed_challenges()
