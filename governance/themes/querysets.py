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
        """Everybody sees what is before the committee; raisers see their own; the screeners see all.

        A unit sees what it raised and what was passed on to it, whichever hat its people wear.
        """
        if holds(by, "committee.secretariat") or holds(by, "rooms.caretaker"):
            return self
        if by.person is None:
            return self.public()
        units = by.person.memberships.in_force().values("body_id")
        own = Q(raised_by=by.person) | Q(raising_unit__in=units) | Q(passed_on_to__in=units)
        return self.filter(Q(status__in=PUBLIC_THEMES) | own)

    def waiting(self):
        """Raised or received and not yet screened."""
        return self.filter(status__in={ThemeStatus.RAISED, ThemeStatus.RECEIVED})

    def searchable_by(self, person):
        return self.public()
