"""Official and general communities, and the permit an official one rests on."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from communities.forums.models import Forum
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import PersonalData

from .lifecycle import COMMUNITY, READABLE, TONES, WRITABLE, CommunityStatus
from .querysets import CommunityQuerySet


class Community(Stepped, Forum):
    """A community of the regional SNS: run by a unit under a permit (公認), or by residents (一般)."""

    lifecycle = COMMUNITY

    status = models.CharField(max_length=12, choices=CommunityStatus)
    joining_condition = models.TextField(_("who may join"), max_length=1000, blank=True)
    policy = models.TextField(_("rules of this community"), max_length=4000, blank=True)
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="applied_communities"
    )
    status_reason = models.TextField(blank=True)
    closes_on = models.DateField(null=True, blank=True)

    objects = CommunityQuerySet.as_manager()

    personal_data = PersonalData(
        controller="city",
        purpose="Who manages a community, and who applied for it; the applicant may not permit it.",
        fields=("manager", "applied_by"),
        retention="As long as the community is kept.",
        on_erasure="Kept under the neutral name.",
    )

    class Meta:
        verbose_name = _("community")
        verbose_name_plural = _("communities")
        constraints = [
            models.CheckConstraint(
                condition=~Q(status=CommunityStatus.CLOSING) | Q(closes_on__isnull=False),
                name="community_closing_has_a_day",
            )
        ]

    @property
    def tone(self) -> str:
        return TONES.get(self.status, "neutral")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """What a status means for readers and writers is said once, here."""
        self.is_published = self.status in READABLE
        self.accepts_posts = self.status in WRITABLE
        super().save(*args, **kwargs)


class CommunityStep(Step):
    """History of a community."""

    subject = models.ForeignKey(Community, models.CASCADE, related_name="steps")


class OpeningPermit(models.Model):
    """The permit to open (開設許可): number, conditions, and the day it is looked at again."""

    community = models.OneToOneField(Community, models.CASCADE, related_name="permit")
    number = models.CharField(_("permit number"), max_length=60, unique=True)
    conditions = models.TextField(_("conditions"), max_length=2000, blank=True)
    review_on = models.DateField(_("review date"))
    permitted_on = models.DateField()
    permitted_by = models.ForeignKey("residents.Body", models.PROTECT, related_name="opening_permits")
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="signed_permits")

    personal_data = PersonalData(
        controller="city",
        purpose="Which person of the permitting unit decided.",
        fields=("signed_by",),
        retention="As long as the community is kept.",
        on_erasure="Kept under the neutral name.",
    )

    class Meta:
        verbose_name = _("opening permit")

    def __str__(self) -> str:
        return self.number
