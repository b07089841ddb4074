"""Words for finding surveys."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from portal.foundation.acting import Acting
from residents.roles.holdings import holds

from .lifecycle import PUBLIC, SurveyStatus

WATCHING = ("survey.content_approval", "survey.survey_system_operation", "survey.tally", "survey.form_entry")


class SurveyQuerySet(models.QuerySet[Any]):
    def public(self) -> SurveyQuerySet:
        """Surveys everybody may read about: from opening on."""
        return self.filter(status__in=PUBLIC)

    def collecting(self) -> SurveyQuerySet:
        return self.filter(status=SurveyStatus.COLLECTING)

    def visible_to(self, by: Acting) -> SurveyQuerySet:
        """The public ones; to those who work on a survey, also what is being prepared."""
        if by.person is None or by.body is None:
            return self.public()
        if any(holds(by, function) for function in WATCHING):
            return self.all()
        return self.filter(Q(status__in=PUBLIC) | Q(sponsor=by.body))

    def worked_on_by(self, by: Acting) -> SurveyQuerySet:
        """What lies on the desk of the acting body."""
        if by.person is None or by.body is None:
            return self.none()
        return self.visible_to(by) if any(holds(by, f) for f in WATCHING) else self.filter(sponsor=by.body)

    def searchable_by(self, person: Any) -> SurveyQuerySet:
        """What a search may show to anybody."""
        return self.public()

    def due_to_close(self, today: date) -> SurveyQuerySet:
        return self.filter(status__in=[SurveyStatus.COLLECTING, SurveyStatus.SUSPENDED], closes_on__lt=today)
