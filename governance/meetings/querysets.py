"""The words in which meetings are looked for."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from portal.foundation.acting import Acting
from residents.roles.holdings import holds

from .lifecycle import PUBLIC_MEETINGS, MeetingStatus


class MeetingQuerySet(models.QuerySet):
    def public(self):
        return self.filter(status__in=PUBLIC_MEETINGS)

    def visible_to(self, by: Acting):
        """Everybody sees announced meetings; the committee and its secretariat see the plans too.

        Caretakers prepare agendas of open meetings (45), so they see the plans of those.
        """
        if holds(by, "committee.secretariat"):
            return self
        if by.body is None:
            return self.public()
        seen = Q(status__in=PUBLIC_MEETINGS) | Q(body=by.body)
        if holds(by, "rooms.caretaker"):
            seen |= Q(is_open=True)
        return self.filter(seen)

    def in_calendar(self, since: datetime):
        """What a calendar shows: sittings the public knows of, from some time ago on."""
        return self.public().filter(starts_at__gte=since).order_by("starts_at", "pk")

    def in_session(self):
        return self.filter(status=MeetingStatus.IN_SESSION)

    def upcoming(self, now: datetime):
        return self.filter(status=MeetingStatus.ANNOUNCED, starts_at__gte=now).order_by("starts_at")
