"""One measure or sanction: what, on which ground, from when until when, and what it did."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from communities.suspensions.models import Suspension
from governance.violations.models import Cited, ViolationCase
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import Open, PersonalData

from .lifecycle import SANCTION, TONES, WITH_DAYS, SanctionKind, SanctionStatus
from .querysets import SanctionQuerySet


class Sanction(Cited, Stepped):
    """措置・制裁: always told to the person with ground, reason, days and how to object; there are no hidden ones."""

    lifecycle = SANCTION
    personal_data = PersonalData(
        controller="city",
        purpose="Carrying out a decision and counting it in later ones.",
        fields=("reason",),
        open={"reason": Open.DECISION},
        retention="Five years after the end.",
        on_erasure="Stays under the neutral name.",
    )

    status = models.CharField(max_length=20, choices=SanctionStatus, editable=False)
    case = models.ForeignKey(ViolationCase, models.PROTECT, related_name="sanctions")
    kind = models.CharField(_("measure"), max_length=20, choices=SanctionKind)
    is_direct = models.BooleanField(_("directly by a caretaker"))
    resolution = models.ForeignKey(
        "governance.Resolution", models.PROTECT, null=True, blank=True, related_name="sanctions"
    )
    reason = models.TextField(_("reason"))
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    object_until = models.DateField(_("objection possible until"))
    suspension = models.OneToOneField(
        Suspension, models.PROTECT, null=True, blank=True, related_name="sanction"
    )
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")

    objects = SanctionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="sanction_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=sorted(WITH_DAYS)) | Q(ends_on__isnull=False),
                name="sanction_for_a_time_has_its_last_day",
            ),
            models.CheckConstraint(
                condition=Q(is_direct=True, resolution__isnull=True) | Q(is_direct=False),
                name="sanction_direct_without_resolution",
            ),
        ]
        indexes = [models.Index(fields=["status", "ends_on"], name="sanction_running")]

    def __str__(self) -> str:
        return f"{self.case.number} {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return self.case.get_absolute_url()

    @property
    def tone(self) -> str:
        return TONES.get(self.status, "neutral")

    @property
    def days(self) -> int | None:
        """How many days it runs, the first and the last included."""
        return (self.ends_on - self.starts_on).days + 1 if self.kind in WITH_DAYS and self.ends_on else None


class SanctionStep(Step):
    """History of a sanction."""

    subject = models.ForeignKey(Sanction, models.CASCADE, related_name="steps")
