"""Who may read what a count is made of."""

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from surveys.surveys.lifecycle import SurveyStatus
from surveys.surveys.models import Survey
from surveys.surveys.permissions import acts_for_sponsor_or_tally

COUNTED = frozenset({SurveyStatus.TALLIED, SurveyStatus.PUBLISHED})


def can_read_result(by: Acting, survey: Survey) -> Decision:
    """Everybody, once it is published; the tallier as soon as it is counted."""
    if survey.is_published:
        return True
    if survey.status in COUNTED:
        return acts_for_sponsor_or_tally(by, survey)
    return _still_sealed()


def can_read_words(by: Acting, survey: Survey) -> Decision:
    """Answers in residents' own words may name people: only for those who count."""
    if survey.status not in COUNTED:
        return _still_sealed()
    return acts_for_sponsor_or_tally(by, survey)


def _still_sealed() -> Denied:
    return Denied(
        _("The answers are sealed until the survey is closed and counted."),
        _(
            "No page and no operation of this portal opens them earlier, for the technical administrator either."
        ),
    )
