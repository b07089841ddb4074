"""Finding stand-ins in words."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.roles.holdings import holds

from .lifecycle import StandInStatus


class StandInQuerySet(models.QuerySet):
    def in_force(self) -> StandInQuerySet:
        """Agreed, and today is one of the days."""
        today = clock.today()
        return self.filter(status=StandInStatus.AGREED, from_on__lte=today, until_on__gte=today)

    def open(self) -> StandInQuerySet:
        """Not answered yet, or agreed and not over."""
        return self.filter(status__in=[StandInStatus.REQUESTED, StandInStatus.AGREED])

    def over(self, day: date) -> StandInQuerySet:
        """The last day has passed, and the row does not say so yet."""
        return self.open().filter(until_on__lt=day)

    def visible_to(self, by: Acting) -> StandInQuerySet:
        """Caretakers see all of them; others what they asked for or do themselves."""
        if holds(by, "rooms.caretaker"):
            return self
        if by.person is None:
            return self.none()
        return self.filter(Q(asked_by=by.person) | Q(caretaker=by.person))
