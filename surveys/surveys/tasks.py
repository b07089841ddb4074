"""What is due by the clock. Running it twice does nothing more."""

from portal.foundation import clock
from portal.foundation.acting import CLOCK
from residents.bodies.successors import given_way

from . import succession
from .lifecycle import SurveyStatus
from .models import Survey

DONE = (SurveyStatus.PUBLISHED, SurveyStatus.CANCELLED)


def follow_reorganisations() -> None:
    """Every morning: surveys that are not done yet; a second run finds nothing."""
    found = given_way(clock.today())
    for survey in Survey.objects.filter(sponsor__in=found).exclude(status__in=DONE):
        succession.follow(survey, found[survey.sponsor_id], by=CLOCK)
