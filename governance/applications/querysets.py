"""The words in which applications are looked for."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Q

from .lifecycle import BEING_CONSIDERED, OVER_WITHOUT_A_SEAT, UNDECIDED, ApplicationStatus


class SeatApplicationQuerySet(models.QuerySet):
    def by_applicant(self, person):
        return self.filter(applicant=person)

    def undecided(self):
        """Whoever has not been told a result yet."""
        return self.filter(status__in=UNDECIDED)

    def handed_in(self):
        """All but drafts, which nobody but the applicant sees."""
        return self.exclude(status=ApplicationStatus.DRAFT)

    def drafts(self):
        return self.filter(status=ApplicationStatus.DRAFT)

    def still_in(self):
        return self.handed_in().exclude(status=ApplicationStatus.WITHDRAWN)

    def in_reserve(self):
        """The reserve list, first in line first."""
        return self.filter(status=ApplicationStatus.RESERVE).order_by("reserve_rank", "submitted_at")

    def due_to_be_erased(self, day: date, retention_days: int):
        """Applications that led to no seat, once their time is over; a reserve list lives as long as its term."""
        finished = Q(recruitment__finished_on__lt=day - timedelta(days=retention_days))
        called_off = Q(recruitment__status="cancelled", status__in=BEING_CONSIDERED)
        outlived = Q(status=ApplicationStatus.RESERVE, recruitment__term__ends_on__lt=day)
        return self.filter(finished, Q(status__in=OVER_WITHOUT_A_SEAT) | called_off | outlived)

    def drafts_left_behind(self):
        """Drafts nobody can hand in any more, because the recruitment is completed or called off."""
        return self.drafts().filter(recruitment__finished_on__isnull=False)
