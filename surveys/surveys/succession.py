"""A sponsoring unit ends: the one that follows it carries its surveys on (組織改正, checklist 87)."""

from __future__ import annotations

from django.db import transaction

from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from residents.bodies.successors import given_way
from residents.models import Body

from .lifecycle import SurveyStatus
from .models import Survey

DONE = (SurveyStatus.PUBLISHED, SurveyStatus.CANCELLED)


def follow_reorganisations() -> None:
    """Every morning: surveys that are not done yet; a second run finds nothing."""
    found = given_way(clock.today())
    for survey in Survey.objects.filter(sponsor__in=found).exclude(status__in=DONE):
        follow(survey, found[survey.sponsor_id], by=CLOCK)


@transaction.atomic
def follow(survey: Survey, successor: Body, *, by: Acting) -> Survey:
    """The successor is the sponsor from today; who may verify certificates is not inherited."""
    survey = Survey.objects.select_for_update(of=("self",)).get(pk=survey.pk)
    survey.sponsor = successor
    survey.save(update_fields=["sponsor"])
    audit.record("surveys.survey.followed", by=by, target=survey, reference=successor.name)
    return survey
