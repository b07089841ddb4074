"""The words in which recruitments and applications are looked for."""

from datetime import date

from django.db import models

from .lifecycle import PUBLISHED_RECRUITMENTS, RecruitmentStatus


class RecruitmentQuerySet(models.QuerySet):
    def published(self):
        return self.filter(status__in=PUBLISHED_RECRUITMENTS)

    def due_to_open(self, day: date):
        return self.filter(status=RecruitmentStatus.ANNOUNCED, opens_on__lte=day)

    def due_to_close(self, day: date):
        return self.filter(status=RecruitmentStatus.ACCEPTING, closes_on__lt=day)


class SeatApplicationQuerySet(models.QuerySet):
    def by_applicant(self, person):
        return self.filter(applicant=person)
