"""The words in which resolutions are looked for."""

from datetime import date

from django.db import models
from django.db.models import Q

from governance.meetings.lifecycle import PUBLIC_MEETINGS
from portal.foundation.acting import Acting
from residents.roles.holdings import holds

from .lifecycle import Competence, ResolutionStatus


class ResolutionQuerySet(models.QuerySet):
    def adopted(self):
        return self.filter(status=ResolutionStatus.ADOPTED)

    def decided(self):
        return self.filter(status__in={ResolutionStatus.ADOPTED, ResolutionStatus.REJECTED})

    def adopted_until(self, day: date):
        """Resolutions that had been adopted by the end of a day."""
        return self.adopted().filter(adopted_on__lte=day)

    def of_body(self, body):
        return self.filter(body=body)

    def about(self, competence: Competence):
        return self.filter(competence=competence)

    def visible_to(self, by: Acting):
        """What a closed meeting discusses is seen from outside only once it is adopted."""
        if holds(by, "committee.secretariat"):
            return self
        seen = Q(meeting__is_open=True, meeting__status__in=PUBLIC_MEETINGS) | Q(
            status=ResolutionStatus.ADOPTED
        )
        return self.filter(seen | Q(body=by.body)) if by.body is not None else self.filter(seen)

    def searchable_by(self, person):
        return self.adopted()
