"""The words in which versions of minutes are looked for."""

from django.db import models


class MinutesVersionQuerySet(models.QuerySet):
    def of(self, meeting):
        return self.filter(meeting=meeting)

    def published(self):
        """Those the public has been able to read, oldest first."""
        return self.filter(acts__kind="published").order_by("number")

    def latest_of(self, meeting):
        return self.of(meeting).order_by("-number").first()
