"""The words in which recruitments are looked for."""

from datetime import date

from django.db import models

from portal.foundation.acting import Acting
from residents.roles.holdings import holds

from .lifecycle import PUBLISHED_RECRUITMENTS, RecruitmentStatus


class RecruitmentQuerySet(models.QuerySet):
    def published(self):
        return self.filter(status__in=PUBLISHED_RECRUITMENTS)

    def visible_to(self, by: Acting):
        """A call that is still being planned is seen only by those who plan it."""
        if holds(by, "committee.recruitment_announcement") or holds(by, "mayor.decide"):
            return self
        return self.published()

    def due_to_open(self, day: date):
        return self.filter(status=RecruitmentStatus.ANNOUNCED, opens_on__lte=day)

    def due_to_close(self, day: date):
        return self.filter(status=RecruitmentStatus.ACCEPTING, closes_on__lt=day)
