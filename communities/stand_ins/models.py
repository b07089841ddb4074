"""Who asked for a stand-in, why, for which days, and which caretaker agreed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.forums.models import Forum
from portal.foundation import clock
from portal.foundation.models import Step, Stepped
from portal.foundation.numbered import Numbered
from portal.foundation.privacy import PersonalData
from portal.foundation.sealing import SealedTextField

from .lifecycle import STAND_IN, TONES, StandInStatus
from .querysets import StandInQuerySet


class StandIn(Numbered, Stepped):
    """進行役のサポート: a caretaker leads the talk in a room in the place of a facilitator who is away.

    It lends no office: the facilitator stays in office, no honorarium moves, and the caretaker may do
    this only as long as they are a caretaker.
    """

    lifecycle = STAND_IN

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="stand_ins")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="stand_ins_asked")
    asked_at = models.DateTimeField(default=clock.now)
    reason = SealedTextField(_("reason"), purpose="communities.stand_in", given_by="asked_by_id")
    from_on = models.DateField(_("first day"))
    until_on = models.DateField(_("last day"))
    caretaker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="stand_ins"
    )
    status = models.CharField(max_length=10, choices=StandInStatus, editable=False)
    answer = models.TextField(_("answer"), max_length=500, blank=True)

    objects = StandInQuerySet.as_manager()

    personal_data = PersonalData(
        controller="city",
        purpose="Who led a room in whose place, and from when to when.",
        fields=("asked_by", "caretaker", "reason"),
        retention="As long as the room is kept.",
        on_erasure="Kept under the neutral name.",
    )

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["forum", "asked_by"],
                condition=Q(status__in=[StandInStatus.REQUESTED, StandInStatus.AGREED]),
                name="stand_in_once_at_a_time",
            ),
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="stand_in_days_in_order"),
            models.CheckConstraint(
                condition=~Q(status=StandInStatus.AGREED) | Q(caretaker__isnull=False),
                name="stand_in_agreed_by_a_caretaker",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.forum}: {self.asked_by}"

    def get_absolute_url(self) -> str:
        return reverse("communities:stand-in-detail", args=[self.pk])

    @property
    def tone(self) -> str:
        return TONES.get(StandInStatus(self.status), "neutral")


class StandInStep(Step):
    """Asked for, agreed to, ended: when, by whom, why."""

    subject = models.ForeignKey(StandIn, models.CASCADE, related_name="steps")
