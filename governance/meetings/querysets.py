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
        """Everybody sees announced meetings; the committee and its secretariat see the plans too."""
        if holds(by, "committee.secretariat"):
            return self
        if by.body is None:
            return self.public()
        return self.filter(Q(status__in=PUBLIC_MEETINGS) | Q(body=by.body))

    def in_session(self):
        return self.filter(status=MeetingStatus.IN_SESSION)

    def upcoming(self, now: datetime):
        return self.filter(status=MeetingStatus.ANNOUNCED, starts_at__gte=now).order_by("starts_at")
