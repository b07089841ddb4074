"""The counted result of a survey (集計)."""

from __future__ import annotations

from django.db import models

from portal.foundation.privacy import NoPersonalData
from surveys.surveys.models import Survey


class Tally(models.Model):
    """Counts per question, made once after closing from the anonymous sheets."""

    survey = models.OneToOneField(Survey, on_delete=models.CASCADE, related_name="result")
    counts = models.JSONField()
    base = models.PositiveIntegerField()
    made_on = models.DateField()

    personal_data = NoPersonalData

    def __str__(self) -> str:
        return f"{self.survey} n={self.base}"
