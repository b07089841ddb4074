"""The words in which payment lists are looked for."""

from django.db import models

from .lifecycle import ListStatus


class HonorariumListQuerySet(models.QuerySet):
    def standing(self):
        return self.exclude(status=ListStatus.DISCARDED)

    def of_year(self, year: int):
        return self.filter(fiscal_year=year)
