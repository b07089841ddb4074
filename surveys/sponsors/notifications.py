"""Who hears of a sponsor's registration: the applicant, and the keeper of personal data [26]."""

from django.urls import reverse

from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import SurveySponsor


def _context(sponsor: SurveySponsor) -> dict[str, str]:
    return {"body": sponsor.body.name, "status": str(sponsor.get_status_display())}


def sponsor_applied(sponsor: SurveySponsor, by: Acting) -> None:
    people = people_holding("survey.survey_system_operation")
    outbox.post(
        "surveys.sponsor_applied",
        people.exclude(pk=by.person_id or None),
        url=reverse("surveys:sponsor-list"),
        context=_context(sponsor),
    )


def sponsor_decided(sponsor: SurveySponsor, by: Acting, reason: str) -> None:
    people = sponsor.body.members_on() | people_holding("survey.privacy_council_procedure")
    outbox.post(
        "surveys.sponsor_decided",
        people.exclude(pk=by.person_id or None).distinct(),
        url=reverse("surveys:sponsor-list"),
        context={**_context(sponsor), "reason": reason},
    )
