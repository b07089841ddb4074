"""Finding requests for help in words."""

from __future__ import annotations

from django.db import models

from portal.foundation.acting import Acting
from residents.roles.holdings import holds


class HelpRequestQuerySet(models.QuerySet):
    def visible_to(self, by: Acting) -> HelpRequestQuerySet:
        """One's own; all of them for the caretakers."""
        if holds(by, "rooms.caretaker"):
            return self
        return self.filter(asked_by=by.person) if by.person is not None else self.none()
