"""The words in which objections are looked for."""

from __future__ import annotations

from datetime import date

from django.db import models

from governance.violations.querysets import time_to_remind

from .lifecycle import WAITING


class AppealQuerySet(models.QuerySet):
    def waiting(self) -> AppealQuerySet:
        return self.filter(status__in=WAITING)

    def to_remind(self, near: date, today: date, again: date | None) -> AppealQuerySet:
        """Waiting objections whose day is near or has passed, and of which it is time to speak (again)."""
        return self.waiting().filter(time_to_remind(near, today, again))

    def with_words(self) -> AppealQuerySet:
        return self.select_related("sanction__case__evidence", "sanction__rule_version__rule")
