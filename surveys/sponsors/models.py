"""Outside bodies as survey sponsors (アンケート実施主体)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData
from residents.models import Body

from .lifecycle import SPONSOR, TONES, SponsorStatus


class SurveySponsorQuerySet(models.QuerySet[Any]):
    def in_force(self, day: date) -> SurveySponsorQuerySet:
        """Approved, not suspended, and within the approved period on that day."""
        return self.filter(status=SponsorStatus.APPROVED, valid_from__lte=day, valid_until__gte=day)


class SurveySponsor(Stepped):
    """An affiliated body or NPO that may run surveys once the city approves, for a scope and a period."""

    lifecycle = SPONSOR
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="survey_sponsorships")
    status = models.CharField(max_length=20, choices=SponsorStatus)
    scope = models.TextField(_("what the surveys will be about"), max_length=500)
    valid_from = models.DateField(_("beginning of the period"))
    valid_until = models.DateField(_("end of the period"))

    objects = SurveySponsorQuerySet.as_manager()
    personal_data = NoPersonalData

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__gte=models.F("valid_from")),
                name="survey_sponsor_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["body"],
                condition=Q(status=SponsorStatus.APPLIED),
                name="survey_sponsor_one_application",
            ),
        ]

    def __str__(self) -> str:
        return str(self.body)

    @property
    def tone(self) -> str:
        return TONES[SponsorStatus(self.status)]


class SurveySponsorStep(Step):
    subject = models.ForeignKey(SurveySponsor, on_delete=models.CASCADE, related_name="steps")

    class Meta(Step.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.verb} {self.at}"
