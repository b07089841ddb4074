"""The words in which issues are looked for."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from portal.foundation.acting import Acting
from residents.roles.holdings import holds

from .lifecycle import OPEN


class IssueQuerySet(models.QuerySet):
    def visible_to(self, by: Acting) -> IssueQuerySet:
        """Public ones for everybody; what is kept to the committee for it and its secretariat."""
        if holds(by, "committee.secretariat"):
            return self
        if by.body is None:
            return self.filter(is_public=True)
        return self.filter(Q(is_public=True) | Q(body=by.body))

    def open(self) -> IssueQuerySet:
        return self.filter(status__in=OPEN)
