"""The words in which imported history is looked for."""

from __future__ import annotations

from django.db import models


class ImportedMembershipQuerySet(models.QuerySet):
    def with_names(self):
        """Everything a line of the list names."""
        return self.select_related("organisation", "person", "member", "on_behalf_of")
