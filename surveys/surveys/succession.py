"""A sponsoring unit ends: the one that follows it carries its surveys on (組織改正, checklist 87)."""

from __future__ import annotations

from django.db import transaction

from portal.foundation import audit
from portal.foundation.acting import Acting
from residents.models import Body

from .models import Survey


@transaction.atomic
def follow(survey: Survey, successor: Body, *, by: Acting) -> Survey:
    """The successor is the sponsor from today; who may verify certificates is not inherited."""
    survey = Survey.objects.select_for_update(of=("self",)).get(pk=survey.pk)
    survey.sponsor = successor
    survey.save(update_fields=["sponsor"])
    audit.record("surveys.survey.followed", by=by, target=survey, reference=successor.name)
    return survey
