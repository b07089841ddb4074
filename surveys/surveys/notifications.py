"""Who hears of which act on a survey."""

from __future__ import annotations

from django.urls import reverse

from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import Survey


def _post(kind: str, people, survey: Survey, by: Acting, *, desk: bool = True, reason: str = "") -> None:
    name = "survey-manage" if desk else "survey-detail"
    outbox.post(
        f"surveys.{kind}",
        people.exclude(pk=by.person_id or None).distinct(),
        url=reverse(f"surveys:{name}", args=[survey.slug]),
        context={"survey": survey.title, "reason": reason, "last_day": survey.closes_on.isoformat()},
    )


def survey_submitted(survey: Survey, by: Acting) -> None:
    _post("survey_submitted", people_holding("survey.content_approval"), survey, by)


def survey_sent_back(survey: Survey, by: Acting, reason: str) -> None:
    _post("survey_sent_back", survey.sponsor.members_on(), survey, by, reason=reason)


def survey_approved(survey: Survey, by: Acting) -> None:
    people = survey.sponsor.members_on() | people_holding("survey.survey_system_operation")
    _post("survey_approved", people, survey, by)


def survey_permitted(survey: Survey, by: Acting) -> None:
    _post("survey_permitted", survey.sponsor.members_on(), survey, by)


def survey_suspended(survey: Survey, by: Acting, reason: str) -> None:
    people = survey.sponsor.members_on() | people_holding("survey.survey_system_operation")
    _post("survey_suspended", people, survey, by, reason=reason)


def survey_closed(survey: Survey, by: Acting) -> None:
    people = survey.sponsor.members_on() | people_holding("survey.tally")
    _post("survey_closed", people, survey, by)


def survey_published(survey: Survey, by: Acting) -> None:
    people = survey.sponsor.members_on() | people_holding("survey.content_approval")
    _post("survey_published", people, survey, by, desk=False)
