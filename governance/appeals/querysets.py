"""The words in which objections are looked for."""

from __future__ import annotations

from datetime import date

from django.db import models

from .lifecycle import WAITING


class AppealQuerySet(models.QuerySet):
    def waiting(self) -> AppealQuerySet:
        return self.filter(status__in=WAITING)

    def to_remind(self, on: date) -> AppealQuerySet:
        """Waiting objections whose day is near and of which nobody has been reminded."""
        return self.waiting().filter(due_on__lte=on, reminded_on__isnull=True)

    def with_words(self) -> AppealQuerySet:
        return self.select_related("sanction__case__evidence", "sanction__rule_version__rule")
