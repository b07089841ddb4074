"""The words in which themes are looked for."""

from django.db import models
from django.db.models import Q

from portal.foundation.acting import Acting
from residents.roles.holdings import holds

from .lifecycle import PUBLIC_THEMES, ThemeStatus


class ThemeProposalQuerySet(models.QuerySet):
    def public(self):
        return self.filter(status__in=PUBLIC_THEMES)

    def visible_to(self, by: Acting):
        """Everybody sees what is before the committee; raisers see their own; the screeners see all."""
        if holds(by, "committee.secretariat") or holds(by, "rooms.caretaker"):
            return self
        if by.person is None:
            return self.public()
        return self.filter(Q(status__in=PUBLIC_THEMES) | Q(raised_by=by.person))

    def waiting(self):
        """Raised or received and not yet screened."""
        return self.filter(status__in={ThemeStatus.RAISED, ThemeStatus.RECEIVED})

    def searchable_by(self, person):
        return self.public()
