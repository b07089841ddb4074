"""The words in which events are looked for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q

from portal.foundation.acting import Acting
from residents.roles.holdings import holds

from .lifecycle import EventStatus


class EventQuerySet(models.QuerySet):
    def public(self) -> EventQuerySet:
        """Whatever was announced; a plan that was dropped before was never public."""
        return self.filter(announced_at__isnull=False)

    def searchable_by(self, person: Any) -> EventQuerySet:
        """What was announced, for everybody alike; a plan is found by nobody, its organisers included."""
        return self.public()

    def visible_to(self, by: Acting) -> EventQuerySet:
        """Everybody sees what was announced; the committee and its secretariat see the plans too."""
        if holds(by, "committee.secretariat"):
            return self
        if by.body is None:
            return self.public()
        return self.filter(Q(announced_at__isnull=False) | Q(body=by.body))

    def in_calendar(self, since: datetime) -> EventQuerySet:
        return self.public().filter(starts_at__gte=since).order_by("starts_at", "pk")

    def waiting(self) -> EventQuerySet:
        """Planned, to come, or held without a report yet."""
        return self.filter(status__in=[EventStatus.PLANNED, EventStatus.ANNOUNCED, EventStatus.HELD])
