"""The words in which terms are looked for."""

from datetime import date

from django.db import models


class TermQuerySet(models.QuerySet):
    def on(self, day: date):
        """The terms that run on a day."""
        return self.filter(starts_on__lte=day, ends_on__gte=day)

    def before(self, day: date):
        return self.filter(ends_on__lt=day)
