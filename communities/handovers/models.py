"""Who was asked to manage a community, by whom, and what they answered."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.communities.models import Community
from portal.foundation import clock
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import PersonalData

from .lifecycle import HANDOVER, TONES, HandoverStatus
from .querysets import HandoverQuerySet


class Handover(Stepped):
    """A community passes to another manager once that person agrees (管理者の交代)."""

    lifecycle = HANDOVER

    community = models.ForeignKey(Community, models.CASCADE, related_name="handovers")
    successor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="handovers")
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="offered_handovers")
    offered_at = models.DateTimeField(default=clock.now, editable=False)
    status = models.CharField(max_length=10, choices=HandoverStatus)

    objects = HandoverQuerySet.as_manager()

    personal_data = PersonalData(
        controller="city",
        purpose="Who was asked to manage a community, and who asked.",
        fields=("successor", "offered_by"),
        retention="As long as the community is kept.",
        on_erasure="Kept under the neutral name.",
    )

    class Meta:
        verbose_name = _("handover of a community")
        constraints = [
            models.UniqueConstraint(
                fields=["community"],
                condition=Q(status=HandoverStatus.OFFERED),
                name="handover_one_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return str(self.community)

    def get_absolute_url(self) -> str:
        return reverse("communities:handover-detail", kwargs={"pk": self.pk})

    @property
    def tone(self) -> str:
        return TONES.get(HandoverStatus(self.status), "neutral")


class HandoverStep(Step):
    """Offered, accepted, declined, taken back."""

    subject = models.ForeignKey(Handover, models.CASCADE, related_name="steps")
