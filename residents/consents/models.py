"""What people agreed to, in which words, when."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from portal.foundation import clock
from portal.foundation.privacy import NoPersonalData, PersonalData


class ConsentText(models.Model):
    """One version of the words put before people: purpose, scope, retention, how to withdraw."""

    purpose = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    text = models.TextField()
    text_en = models.TextField(blank=True)
    valid_from = models.DateField()

    personal_data = NoPersonalData

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["purpose", "version"], name="consent_text_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.purpose} v{self.version}"


class ConsentQuerySet(models.QuerySet[Any]):
    def standing(self) -> ConsentQuerySet:
        """Given and not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)


class Consent(models.Model):
    """A person agreed to one version of a text at a moment; it is withdrawn, never deleted."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="consents")
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, related_name="consents")
    given_at = models.DateTimeField(default=clock.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ConsentQuerySet.as_manager()
    personal_data = PersonalData(
        controller="city",
        purpose="Proof of what a person agreed to.",
        fields=("person",),
        retention="Five years after withdrawal.",
        on_erasure="Deleted after the retention period.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "text"], condition=Q(withdrawn_at__isnull=True), name="consent_stands_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.text}"
