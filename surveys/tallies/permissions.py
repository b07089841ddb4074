"""Who may read what a count is made of."""

from django.utils.translation import gettext_lazy as _

from portal.foundation import parameters
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


def can_lay_open_papers(survey: Survey) -> Decision:
    """Everybody may count again, once the result is published and many enough answered."""
    if not survey.is_published:
        return Denied(_("The ballot papers are laid open once the result is published."))
    least = parameters.value("survey.open_ballots_from")
    if (survey.answered_count or 0) >= least:
        return True
    return Denied(
        _("Fewer than %(least)s people answered, so the ballot papers stay closed.") % {"least": least},
        _("Among few papers one could recognise a person. The printed result and the receipts stand open."),
    )


def _still_sealed() -> Denied:
    return Denied(
        _("The answers are sealed until the survey is closed and counted."),
        _(
            "No page and no operation of this portal opens them earlier, for the technical administrator either."
        ),
    )
