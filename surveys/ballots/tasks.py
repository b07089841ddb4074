"""What the clock does for ballots. Running it twice does nothing more."""

from surveys.envelopes.sheets import NO_MORE_ANSWERS
from surveys.surveys.lifecycle import SurveyStatus
from surveys.surveys.models import Survey

from . import actions
from .models import BoardPage


def post_pages() -> int:
    """Each morning, a page of receipts for every survey that collects."""
    with_key = Survey.objects.filter(ballot_key__isnull=False)
    running = with_key.filter(status__in=[SurveyStatus.COLLECTING, SurveyStatus.SUSPENDED])
    return sum(actions.post_page(survey) is not None for survey in running)


def post_last_pages() -> int:
    """Soon after the closing, the last page; and what was signed is thrown away."""
    done = BoardPage.objects.filter(is_last=True).values("pool")
    closed = Survey.objects.filter(ballot_key__isnull=False, status__in=NO_MORE_ANSWERS)
    return sum(actions.post_page(survey) is not None for survey in closed.exclude(pool__in=done))


def shuffle_ballots() -> None:
    """Once a night, forget the order in which tokens were drawn and spent."""
    actions.shuffle_open_surveys()
