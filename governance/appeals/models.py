"""One objection to one decision."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.sanctions.models import Sanction
from portal.foundation import clock
from portal.foundation.models import Step, Stepped, Uuid
from portal.foundation.privacy import Open, PersonalData
from portal.foundation.sealing import SealedTextField

from .lifecycle import APPEAL, TONES, WAITING, AppealStatus
from .querysets import AppealQuerySet


class Appeal(Uuid, Stepped):
    """異議申出: an internal objection under the committee's rule; not a 審査請求, and it says so to whoever files it."""

    lifecycle = APPEAL
    personal_data = PersonalData(
        controller="city",
        purpose="Examining a decision again.",
        fields=("grounds", "decision_reason"),
        open={"decision_reason": Open.DECISION},
        retention="As long as the case.",
        on_erasure="The grounds are erased; the decision stays under the neutral name.",
    )

    status = models.CharField(max_length=20, choices=AppealStatus, editable=False)
    sanction = models.OneToOneField(Sanction, models.PROTECT, related_name="appeal")
    grounds = SealedTextField(purpose="governance.appeal_grounds", given_by="sanction__case__subject_id")
    filed_at = models.DateTimeField(_("filed"), default=clock.now)
    due_on = models.DateField(_("decision due"), null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    decision_reason = models.TextField(_("reason of the decision"), blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    objects = AppealQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=sorted(WAITING)) | Q(decided_at__isnull=False),
                name="appeal_decided_on_a_day",
            )
        ]
        indexes = [models.Index(fields=["due_on", "id"], name="appeal_due")]

    def __str__(self) -> str:
        return self.sanction.case.number

    def get_absolute_url(self) -> str:
        return self.sanction.case.get_absolute_url()

    @property
    def tone(self) -> str:
        return TONES.get(self.status, "neutral")

    @property
    def is_waiting(self) -> bool:
        return self.status in WAITING


class AppealStep(Step):
    """History of an objection."""

    subject = models.ForeignKey(Appeal, models.CASCADE, related_name="steps")
