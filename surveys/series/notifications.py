"""Who hears that a series is over: its sponsor, and the keeper of personal data."""

from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import SurveySeries


def series_concluded(series: SurveySeries, by: Acting) -> None:
    people = series.sponsor.members_on() | people_holding("survey.privacy_council_procedure")
    outbox.post(
        "surveys.series_concluded",
        people.exclude(pk=by.person_id or None).distinct(),
        url=series.get_absolute_url(),
        context={"series": series.title},
    )
